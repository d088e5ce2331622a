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
    if file.takeOmission() { lines.append(event.omission) }
    lines.append(event)
    try write()
  }

  mutating func finish(_ summary: Summary) throws(CommandFailure) {
    lines.append(summary)
    try write()
    try file.finish()
  }

  private mutating func write() throws(CommandFailure) {
    try file.append(lines.bytes)
    lines.removeAll()
    try file.flush()
  }
}
