import AudioFiles
import Conversation

/// What reads a recording: the remedy for one that is refused names only what can be given there.
enum RecordingReader {
  /// `analyze` and `why`, which have all options of a recording.
  case analysis
  /// The replay of `monitor` and `check`: their --agent and --customer are devices.
  case replay
  /// A story or a trainee of `practice`, each alone in a recording.
  case practice
  /// A line of `worker`, which has fields in place of options.
  case worker
  /// `bench`, which has none.
  case bench

  /// What to do about a recording that is refused.
  func remedy(for error: AudioFileError) -> String {
    let parties = error.party.map { [$0] } ?? Array(Party.allCases)
    return switch (self, error.code) {
    case (.analysis, .oneChannel): "\(error.remedy) with --agent A.wav --customer B.wav"
    case (.analysis, .ambiguousChannels), (.replay, .ambiguousChannels):
      "choose with \(parties.map { "--\($0.name)-channel N" }.joined(separator: " ")), counted from 1"
    case (.analysis, .sameChannel), (.replay, .sameChannel):
      "\(error.remedy) with --agent-channel and --customer-channel"
    case (.analysis, .unsupportedRate):
      "resample it, or if the header is wrong read its samples with --raw"
    case (.analysis, .notWave): "\(error.remedy), or pipe WAV or --raw samples"
    case (.analysis, .notAudio): "\(error.remedy), or say what its samples are with --raw"
    case (.analysis, .damagedHeader): "\(error.remedy), or read its samples with --raw"
    case (.worker, .oneChannel): "name the customer's file in customer_path"
    case (.worker, .ambiguousChannels):
      "choose with \(parties.map { "\($0.name)_channel" }.joined(separator: " and ")), counted from 1"
    case (.worker, .sameChannel): "\(error.remedy) with agent_channel and customer_channel"
    case (.worker, .notAudio), (.worker, .notWave), (.worker, .damagedHeader):
      "say what its samples are with raw, or convert it to WAV"
    case (.replay, .oneChannel), (.bench, .oneChannel), (.bench, .ambiguousChannels),
      (.bench, .noSuchChannel), (.bench, .sameChannel):
      "give a recording of two channels, the agent on the first: sox -M AGENT.wav CUSTOMER.wav CALL.wav"
    case (.practice, .ambiguousChannels):
      "give a recording with that voice alone: sox CALL.wav ALONE.wav remix 1"
    case (.replay, .notWave): "\(error.remedy), or pipe WAV"
    default: error.remedy
    }
  }

  /// What to do where more speak than a call has parties.
  var remedyForParties: String {
    self == .worker
      ? "name the agent there in the field agent, or call the two agent and customer"
      : "say who the parties are with --agent-speaker and --customer-speaker"
  }

  /// How a note goes on that somebody was taken for the agent.
  var otherAgent: String {
    "; to change that, "
      + (self == .worker ? "name the agent there in the field agent" : "use --agent-speaker")
  }
}

extension CommandFailure {
  /// A recording that is refused, with the remedy that its reader has.
  init(_ error: AudioFileError, for reader: RecordingReader = .analysis) {
    var error = error
    error.remedy = reader.remedy(for: error)
    if error.code == .invalidRawFormat { error.place = "--raw \(error.place)" }
    self.init(
      exitCode: error.code.exitCode, message: error.description, concernsOneCall: true)
  }
}
