import Conversation
import Wording

/// A debrief as people read it.
public struct DebriefText: Sendable {
  /// The lines.
  public let lines: [String]

  /// Writes a debrief; good moments are only counted unless all are wanted.
  ///
  /// `words` names what brings the trainee's words to a practice, and `all` what shows all moments: a
  /// library does not know the options of a program.
  public init(
    _ debrief: Debrief, showsAll: Bool = false, columns: Int = 100, words: String? = nil,
    all: String? = nil
  ) {
    var lines = [
      "\(debrief.title), \(debrief.difficulty.rawValue), \(FigureText.minutes(debrief.length))", "",
    ]
    for score in debrief.scores { lines.append(Self.line(score)) }
    if !debrief.scores.contains(where: { $0.drill == .playback }) {
      let title = Self.padded("Ask openly, say it back")
      lines.append("  \(title)   –  needs your words\(words.map { ": \($0)" } ?? "")")
    }
    if !debrief.facts.isEmpty {
      lines += ["", "Said back"]
      lines += debrief.facts.map { "  \($0.isSaid ? "yes" : "no ")  \($0.text)" }
    }
    let shown = debrief.moments.filter { showsAll || !$0.isGood }
    if !shown.isEmpty { lines += ["", "Moments"] }
    for moment in shown {
      lines += Self.wrapped(moment.text, after: FigureText.clock(moment.at), columns)
      if let why = moment.why { lines += Self.wrapped(why, after: "", columns) }
    }
    let good = debrief.moments.count - shown.count
    if good > 0 {
      let more = all.map { "; \($0) shows them too" } ?? ""
      lines += ["", "\(FigureText.count(good, "moment")) went well\(more)."]
    }
    for note in debrief.notes { lines += ["", "Note: \(note)"] }
    self.lines = lines
  }

  /// The line of a moment that has just happened.
  public static func line(_ moment: PracticeMoment) -> String {
    "\(FigureText.clock(moment.at))  \(moment.isGood ? "+" : "-")  \(moment.text)"
  }

  private static func line(_ score: DrillScore) -> String {
    guard let value = score.value else {
      return "  \(padded(score.drill.title))   –  no occasion"
    }
    let number = FigureText.decimal(value, places: 0)
    let figure = String(repeating: " ", count: max(0, 4 - number.count)) + number
    return "  \(padded(score.drill.title))\(figure)  \(counted(score))"
  }

  /// What was counted.
  private static func counted(_ score: DrillScore) -> String {
    let isOne = score.occasions == 1
    let of = "\(score.good) of \(score.occasions)"
    return switch score.drill {
    case .interrupting: "\(of) \(isOne ? "piece" : "pieces") told to the end"
    case .leaving: "\(of) \(isOne ? "answer" : "answers") after 0.5 to 1.5 s"
    case .encouraging: "\(of) long \(isOne ? "stretch" : "stretches") with a short word"
    case .asking: "\(of) \(isOne ? "question was" : "questions were") open"
    case .playback: "\(of) \(isOne ? "fact" : "facts") said back"
    }
  }

  private static func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, 24 - text.count))
  }

  private static func wrapped(_ text: String, after head: String, _ columns: Int) -> [String] {
    let indent = String(repeating: " ", count: 10)
    var lines: [String] = []
    var line = "  \(head)" + String(repeating: " ", count: max(1, 8 - head.count))
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
