import ArgumentParser
import AudioFiles
import Conversation

/// The options that say where a recorded call's parties are.
struct SourceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The agent's own recording.", valueName: "file"))
  var agent: String?

  @Option(help: ArgumentHelp("The customer's own recording.", valueName: "file"))
  var customer: String?

  @Option(
    help: ArgumentHelp("The agent's channel: left, right or a number.", valueName: "channel"),
    transform: ChannelNumber.init(option:))
  var agentChannel: ChannelNumber?

  @Option(
    help: ArgumentHelp("The customer's channel: left, right or a number.", valueName: "channel"),
    transform: ChannelNumber.init(option:))
  var customerChannel: ChannelNumber?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much later than the agent's the customer's recording begins.", valueName: "seconds"))
  var customerStart: Double?

  @Option(help: ArgumentHelp("What headerless samples are, as s16le:8000:2.", valueName: "format"))
  var raw: String?

  // Nobody joins a call a day later; what only one recording covers is heard as unknown time.
  private static let possibleStarts = -86_400.0...86_400.0

  func validate() throws {
    if let customerStart, !Self.possibleStarts.contains(customerStart) {
      throw ValidationError(
        "--customer-start \(customerStart): write seconds from -86400 to 86400, a day.")
    }
  }

  /// The sources of the calls that are named on the command line.
  func sources(for files: [String], allowsOneChannel: Bool) throws -> [CallSource] {
    let format = try raw.map(RawFormat.init(argument:))
    let channels = CallSource.ChannelChoice(
      agent: agentChannel, customer: customerChannel)
    let delay = customerStart.map(SampleTime.init(seconds:))
    if agent != nil || customer != nil {
      guard let agent, let customer, files.isEmpty else {
        throw ValidationError(
          "Give --agent and --customer, a file for each party, and no other file.")
      }
      return [
        CallSource(
          .apart(
            agent: AudioInput(argument: agent, raw: format),
            customer: AudioInput(argument: customer, raw: format)),
          channels: channels, customerDelay: delay)
      ]
    }
    guard !files.isEmpty else {
      throw ValidationError("Name a recording, or - for a WAV file on the standard input.")
    }
    return files.map { file in
      CallSource(
        .together(AudioInput(argument: file, raw: format)), channels: channels,
        customerDelay: delay, loneChannel: allowsOneChannel ? .agent : nil)
    }
  }
}
