import AudioFiles

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
    switch (self, error.code) {
    case (.analysis, _): error.remedy
    case (.worker, .oneChannel): "name the customer's file in customer_path"
    case (.worker, .ambiguousChannels) where error.remedy.contains("--agent-channel N --"):
      "choose with agent_channel and customer_channel, counted from 1"
    case (.worker, .unsupportedRate): "resample it, for example with sox"
    case (.worker, _) where error.remedy.contains("--raw"):
      "say what its samples are with raw, or convert it to WAV"
    case (.worker, _): Self.fields(in: error.remedy)
    case (.replay, .oneChannel), (.bench, .oneChannel), (.bench, .ambiguousChannels),
      (.bench, .noSuchChannel), (.bench, .sameChannel):
      "give a recording of two channels, the agent on the first: sox -M AGENT.wav CUSTOMER.wav CALL.wav"
    case (.practice, .ambiguousChannels):
      "give a recording with that voice alone: sox CALL.wav ALONE.wav remix 1"
    case (_, .unsupportedRate): "resample it, for example with sox"
    case (_, .notAudio) where error.remedy.contains("pipe"):
      self == .replay ? "name a file instead, or pipe WAV" : "name a file instead"
    case (_, .damagedHeader) where error.remedy.contains("--raw"): "get the recording again"
    case (_, _) where error.remedy.contains("--raw"): "give a WAV, FLAC, Ogg or AIFF file"
    case (.replay, _), (.practice, _), (.bench, _): error.remedy
    }
  }

  /// A sentence with fields of a worker's line in place of options.
  static func fields(in text: String) -> String {
    text.replacing("--agent-channel N", with: "agent_channel")
      .replacing("--customer-channel N", with: "customer_channel")
      .replacing("--agent-channel", with: "agent_channel")
      .replacing("--customer-channel", with: "customer_channel")
      .replacing(
        "say who the parties are with --agent-speaker and --customer-speaker",
        with: "name the agent there in the field agent, or call the two agent and customer"
      )
      .replacing(
        "give one for each party, with --agent-transcript and --customer-transcript",
        with: "give a transcript that says who speaks"
      )
      .replacing(
        "name the agent with --transcript-agent", with: "call the speakers agent and customer")
  }
}

extension CommandFailure {
  /// A recording that is refused, with the remedy that its reader has.
  init(_ error: AudioFileError, for reader: RecordingReader) {
    let problem = error.description.dropLast(error.remedy.count)
    self.init(
      exitCode: error.code.exitCode, message: problem + reader.remedy(for: error),
      concernsOneCall: true)
  }
}
