import Conversation

/// Something worth a line in the list of events; later news changes it in place.
struct LogEntry: Equatable, Sendable {
  /// The time in the call, or in the stream where there was no call.
  var time: SampleTime
  var kind: Kind

  enum Kind: Equatable, Sendable {
    case interruption(Interruption, Ending)
    case backchannel(Party)
    case prematureAnswer(Party)
    /// A silence, and once it is over its length and who ended it.
    case deadAir(length: SampleTime?, endedBy: Party?)
    case monologue(Party, length: SampleTime?)
    case unknown(Party, length: SampleTime, UnknownReason)
    case device(Party?, DeviceState, name: String)
    case warning(WarningCode, Party?)
    case hold(length: SampleTime?)
    case nothingHeard(Party)
    case lesson(GuidanceLine)
    case mark
    case callStarted
    case callEnded(length: SampleTime)
    case notice(String)
  }

  /// What came of an interruption.
  enum Ending: Equatable, Sendable {
    case open
    case resolved(InterruptionResolution)
    case retracted(RetractionReason)
    case markedWrong
  }
}
