import Conversation
import Interject
import Reporting

/// The event stream of a live call on its way to a file, each line written at once.
struct EventLines: ~Copyable {
  private(set) var file: OutputFile
  private var lines = JSONLines()

  init(_ file: consuming OutputFile) {
    self.file = file
  }

  mutating func begin(_ session: Session) throws(CommandFailure) {
    lines.append(session, version: interjectVersion)
    try write()
  }

  mutating func take(_ event: Event) throws(CommandFailure) {
    if file.takeOmission(isDue: event.isResult) { lines.append(.omission(at: event.at)) }
    lines.append(event)
    try write(mayDrop: !event.isResult)
  }

  mutating func finish(_ summary: Summary) throws(CommandFailure) {
    if file.takeOmission(isDue: true) { lines.append(.omission(at: summary.end)) }
    lines.append(summary)
    try write(mayDrop: false)
    try file.finish()
  }

  private mutating func write(mayDrop: Bool = true) throws(CommandFailure) {
    try file.append(lines.bytes, mayDrop: mayDrop)
    lines.removeAll()
    try file.flush()
  }
}
