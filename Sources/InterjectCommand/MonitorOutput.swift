import Conversation

/// Something that a live call is written to, by one thread; errors end the monitoring.
protocol MonitorOutput: AnyObject {
  /// Takes the beginning of the stream; `heard` says in words what is heard.
  func begin(_ session: Session, heard: String) throws(CommandFailure)

  /// Takes an event.
  func take(_ event: Event) throws(CommandFailure)

  /// Takes the measures so far.
  func take(_ status: Metrics) throws(CommandFailure)

  /// All that has happened has been taken; a moment to draw.
  func rest() throws(CommandFailure)

  /// Takes the end of the stream.
  func finish(_ summary: Summary) throws(CommandFailure)
}

extension MonitorOutput {
  func take(_ status: Metrics) throws(CommandFailure) {}
  func rest() throws(CommandFailure) {}
}
