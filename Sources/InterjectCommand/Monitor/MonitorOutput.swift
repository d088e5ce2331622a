import Conversation
import Interject

/// Something that a live call is written to, by one thread; errors end the monitoring.
protocol MonitorOutput: AnyObject {
  /// The descriptor on which the user's requests come; nil where there are none.
  var inputDescriptor: Int32? { get }

  /// Takes the beginning of the stream; `heard` says in words what is heard.
  func begin(_ session: Session, heard: String) throws(CommandFailure)

  /// Takes the delays of the devices, right after the beginning.
  func take(delays: PartyPair<SampleTime?>)

  /// Takes an event.
  func take(_ event: Event) throws(CommandFailure)

  /// Takes how things stand, and the measures of the call under way.
  func take(_ status: SessionState, _ metrics: Metrics?) throws(CommandFailure)

  /// Takes the figures of a call's words, right before its end.
  func take(wording: CallWording)

  /// Takes something that the user should know once; false where it is not shown.
  func take(notice: String) -> Bool

  /// What went wrong since the last call without ending the output; another may show it.
  func notices() -> [String]

  /// What the user has asked for since the last call.
  func requests() -> [MonitorRequest]

  /// All that has happened has been taken; a moment to draw.
  ///
  /// Returns the milliseconds after which it wants to be called again if nothing happens.
  func whenIdle() throws(CommandFailure) -> Int?

  /// Takes the end of the stream.
  func finish(_ summary: Summary) throws(CommandFailure)
}

extension MonitorOutput {
  var inputDescriptor: Int32? { nil }
  func take(delays: PartyPair<SampleTime?>) {}
  func take(_ event: Event) throws(CommandFailure) {}
  func take(_ status: SessionState, _ metrics: Metrics?) throws(CommandFailure) {}
  func take(wording: CallWording) {}
  func take(notice: String) -> Bool { false }
  func notices() -> [String] { [] }
  func requests() -> [MonitorRequest] { [] }
  func whenIdle() throws(CommandFailure) -> Int? { nil }
}
