public import Conversation
public import FoundationEssentials

/// The flags of a live session that a person has marked as wrong, as answers of the form that pages
/// save.
public struct ContestLog: Sendable {
  private let session: Session
  private let source: String
  private var flags: [(flag: Interruption, outcome: InterruptionOutcome?)] = []
  private var answers: [ReviewAnswer] = []
  /// The flags that are marked in the call under way.
  private var marked: [(flag: Interruption, outcome: InterruptionOutcome?)] = []

  /// Begins with a session; `recording` is the file that its audio goes to, if it is kept.
  public init(_ session: Session, recording: String? = nil) {
    self.session = session
    source = recording ?? session.source
  }

  /// Takes the next event.
  public mutating func add(_ event: Event) {
    switch event.kind {
    case .interruption(let flag): flags.append((flag, nil))
    case .interruptionResolved(let end):
      if let index = flags.lastIndex(where: { $0.flag.id == end.id }) {
        flags[index].outcome = end.outcome
      }
      // Known where the mark is taken back and made again.
      if let index = marked.lastIndex(where: { $0.flag.id == end.id }) {
        marked[index].outcome = end.outcome
      }
    case .retraction(let id, _):
      flags.removeAll { $0.flag.id == id }
      marked.removeAll { $0.flag.id == id }
    case .contest(let id):
      guard let index = flags.lastIndex(where: { $0.flag.id == id }) else { return }
      let flag = flags.remove(at: index)
      marked.append(flag)
      add(flag)
    case .contestWithdrawn(let id):
      guard let index = marked.lastIndex(where: { $0.flag.id == id }),
        let answer = answers.lastIndex(where: { $0.id == id })
      else { return }
      flags.append(marked.remove(at: index))
      answers.remove(at: answer)
    // Flags of a call that is over are not marked any more.
    case .callEnded:
      flags.removeAll()
      marked.removeAll()
    default: break
    }
  }

  /// Whether nothing has been marked.
  public var isEmpty: Bool { answers.isEmpty }

  /// The file of answers, of the form that pages save; `date` is when it is written.
  public func bytes(saved date: Date) -> [UInt8] {
    let file = ReviewAnswers(
      interject: "answers", schema: 1, kind: .contest, version: interjectVersion,
      reviewer: session.agentID ?? "", saved: date.formatted(Self.form), population: nil,
      answers: answers)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Plain values only: there is nothing that could not be written.
    return (try? encoder.encode(file)).map { [UInt8]($0) } ?? []
  }

  /// As a browser writes a time: UTC with milliseconds.
  private static let form = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  private mutating func add(_ marked: (flag: Interruption, outcome: InterruptionOutcome?)) {
    answers.append(
      ReviewAnswer(
        call: session.callID ?? source, source: source, agent: session.agentID,
        settings: session.settings.isEmpty ? nil : session.settings,
        party: marked.flag.party.name, start: marked.flag.start.seconds, id: marked.flag.id,
        outcome: marked.outcome?.rawValue, stratum: .flag, answer: .no, why: ""))
  }
}
