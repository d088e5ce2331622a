import Conversation
import FoundationEssentials
import Preferences
import Wording

/// The practices that are kept, a line each, and how the last ones compare with those before.
public struct ProgressText: Sendable {
  /// The lines.
  public let lines: [String]

  /// How many practices count as the last ones.
  private static let recent = 5
  private static let titles = ["finish", "moment", "encourage", "ask", "say back"]
  private static let widths = [6, 6, 9, 5, 8]

  /// Writes practices, the oldest first; `saving` names what saves one.
  public init(_ results: [PracticeResult], saving: String? = nil) {
    guard !results.isEmpty else {
      lines = ["No practices are saved.\(saving.map { " \($0) saves one." } ?? "")"]
      return
    }
    let stories = max(5, results.map(\.story.count).max() ?? 0)
    var lines = [
      Self.line("date", "story", "difficulty", Self.titles, stories)
    ]
    lines += results.map { result in
      Self.line(
        Self.day(result.started), result.story, result.difficulty,
        Drill.allCases.map { Self.figure(result.value(of: $0)) }, stories)
    }
    if results.count >= 2 * Self.recent {
      let parts = [results.dropLast(Self.recent), results.suffix(Self.recent)]
      lines.append("")
      for (part, name) in zip(parts, ["before", "last \(Self.recent)"]) {
        lines.append(
          Self.line(
            name, "", "mean",
            Drill.allCases.map { drill in
              let values = part.compactMap { $0.value(of: drill) }
              return Self.figure(
                values.isEmpty ? nil : values.reduce(0, +) / Double(values.count))
            }, stories))
      }
    }
    self.lines = lines
  }

  private static func figure(_ value: Double?) -> String {
    value.map { FigureText.decimal($0, places: 0) } ?? "–"
  }

  private static func line(
    _ date: String, _ story: String, _ difficulty: String, _ figures: [String], _ stories: Int
  ) -> String {
    var line = "\(padded(date, 10))  \(padded(story, stories))  \(padded(difficulty, 10))"
    for (figure, width) in zip(figures, widths) {
      line += "  " + String(repeating: " ", count: max(0, width - figure.count)) + figure
    }
    return line
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The user's day of a beginning in universal time.
  private static func day(_ started: String) -> String {
    guard let date = try? Date(started, strategy: .iso8601) else {
      return String(started.prefix(10))
    }
    return LocalTime.current.day(of: date).text
  }
}
