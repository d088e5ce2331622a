import AudioFiles
import Batch
import Interject
import Reporting

/// What the configuration file says of analyses, for when the options do not.
struct AnalysisPreference {
  /// The agent's channel in recordings of both parties; nil for the left one.
  private(set) var agentChannel: ChannelNumber?
  /// What is written.
  private(set) var formats: [OutputFormat] = [.text]
  /// What names of recordings say.
  private(set) var name: NamePattern?

  /// Somebody who has said nothing.
  init() {}

  /// Reads the texts of the file's table.
  init(_ texts: [String: ConfigurationFile.Text]) throws(CommandFailure) {
    if let text = texts["agent_channel"] {
      guard let channel = ChannelNumber(argument: text.value) else {
        throw CommandFailure(
          exitCode: 64,
          message: "\(text.place): agent_channel is \"\(text.value)\"; write left, right, or a "
            + "number from 1 in quotes")
      }
      agentChannel = channel
    }
    if let text = texts["formats"] {
      formats = []
      for name in text.value.split(separator: ",", omittingEmptySubsequences: false) {
        guard let format = OutputFormat(rawValue: name.trimmed) else {
          let known = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
          throw CommandFailure(
            exitCode: 64,
            message: "\(text.place): formats contains \"\(name)\"; choose from \(known)")
        }
        if !formats.contains(format) { formats.append(format) }
      }
    }
    if let text = texts["name"] {
      do throws(BatchError) {
        name = try NamePattern(text.value, at: "\(text.place): name")
      } catch {
        throw CommandFailure(error)
      }
    }
  }
}
