import Conversation

/// Something worth a line in the list of events; later news changes it in place.
struct LogEntry: Equatable, Sendable {
  /// The time in the stream, by which entries are in order.
  var time: SampleTime
  /// The time as it is read: in the call, or in the recording.
  var reading: SampleTime
  var kind: Kind

  enum Kind: Equatable, Sendable {
    case interruption(Interruption, Ending)
    case backchannel(Party)
    case prematureAnswer(Party)
    /// A silence, and once it is over its length and who ended it.
    case deadAir(length: SampleTime?, endedBy: Party?)
    case monologue(Party, length: SampleTime?)
    case unknown(Party, length: SampleTime, UnknownReason)
    /// The user paused, and neither party was heard.
    case paused(length: SampleTime)
    case device(Party?, DeviceState, name: String)
    case warning(WarningCode, Party?)
    case hold(length: SampleTime?)
    case nothingHeard(Party)
    case mark
    /// A call's beginning, with its minute of the day where that is known.
    case callStarted(minuteOfDay: Int?)
    case callEnded(length: SampleTime)
    case notice(String)
  }

  /// What came of an interruption.
  indirect enum Ending: Equatable, Sendable {
    case open
    case resolved(InterruptionResolution)
    case retracted(RetractionReason)
    /// A person says that it was none; what had come of it by then, or has since.
    case markedWrong(Ending)
  }
}

extension LogEntry.Kind {
  /// Whether somebody who looks back at a call wants to see it.
  var isMoment: Bool {
    switch self {
    case .interruption(_, .resolved), .interruption(_, .markedWrong), .prematureAnswer, .deadAir,
      .monologue, .unknown, .paused, .hold, .mark:
      true
    case .interruption, .backchannel, .device, .warning, .nothingHeard, .callStarted, .callEnded,
      .notice:
      false
    }
  }
}
