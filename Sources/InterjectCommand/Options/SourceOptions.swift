import ArgumentParser
import AudioFiles
import Batch
import Conversation

/// The options that say where a recorded call's parties are.
struct SourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The agent's own recording.", valueName: "file"), completion: .file())
  var agent: String?

  @Option(
    help: ArgumentHelp("The customer's own recording.", valueName: "file"), completion: .file())
  var customer: String?

  @Option(
    help: ArgumentHelp("The agent's channel: left, right or a number.", valueName: "channel"),
    completion: .list(["left", "right"]),
    transform: ChannelNumber.init(option:))
  var agentChannel: ChannelNumber?

  @Option(
    help: ArgumentHelp("The customer's channel: left, right or a number.", valueName: "channel"),
    completion: .list(["left", "right"]),
    transform: ChannelNumber.init(option:))
  var customerChannel: ChannelNumber?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much later the customer's recording begins than the agent's.", valueName: "seconds"))
  var customerStart: Double?

  @Option(
    help: ArgumentHelp("Format of headerless samples, such as s16le:8000:2.", valueName: "format"))
  var raw: String?

  @Option(
    help: ArgumentHelp(
      "Who speaks when, instead of detecting it in the recording: .rttm, .TextGrid, .eaf, .csv, "
        + ".jsonl, or .json of WhisperX. The recording may be left out.",
      valueName: "file"), completion: .file())
  var segments: String?

  @Option(help: ArgumentHelp("The agent's name in --segments.", valueName: "name"))
  var agentSpeaker: String?

  @Option(help: ArgumentHelp("The customer's name in --segments.", valueName: "name"))
  var customerSpeaker: String?

  // Nobody joins a call a day later; what only one recording covers is heard as unknown time.
  private static let possibleStarts = -86_400.0...86_400.0

  func validate() throws {
    if let customerStart, !Self.possibleStarts.contains(customerStart) {
      throw ValidationError(
        "--customer-start \(customerStart): write seconds from -86400 to 86400, a day.")
    }
    if segments == nil, agentSpeaker != nil || customerSpeaker != nil {
      let option = agentSpeaker != nil ? "--agent-speaker" : "--customer-speaker"
      throw ValidationError("\(option) names somebody in --segments: give that file, too.")
    }
  }

  /// What `--segments` says of a call; nil without it.
  func segmentsInput(hasRecording: Bool) -> SegmentsInput? {
    segments.map {
      SegmentsInput(
        path: $0, agentSpeaker: agentSpeaker, customerSpeaker: customerSpeaker,
        hasRecording: hasRecording)
    }
  }

  /// What headerless samples are; nil for audio files.
  func rawFormat() throws -> RawFormat? { try raw.map(RawFormat.init(argument:)) }

  /// The channels that were chosen.
  var channels: CallSource.ChannelChoice {
    CallSource.ChannelChoice(agent: agentChannel, customer: customerChannel)
  }

  /// The source of a call that has a file for each party; nil where none was named so.
  func twoFiles(besides files: [String]) throws -> CallSource? {
    guard agent != nil || customer != nil else { return nil }
    guard let agent, let customer, files.isEmpty else {
      throw ValidationError(
        "Give one file per party with --agent and --customer, and no other file.")
    }
    let format = try rawFormat()
    return CallSource(
      .apart(
        agent: AudioInput(argument: agent, raw: format),
        customer: AudioInput(argument: customer, raw: format)),
      channels: channels, customerDelay: delay)
  }

  /// The source of a call whose parties are in one file, or in what "-" stands for.
  func source(of file: String, raw: RawFormat?) -> CallSource {
    CallSource(
      .together(AudioInput(argument: file, raw: raw)), channels: channels, customerDelay: delay)
  }

  private var delay: SampleTime? { customerStart.map(SampleTime.init(seconds:)) }
}
