import ArgumentParser
import Batch
import Interject

/// `interject worker`: a call per line in, a result per line out, for engines that share out work.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Analyzes one call per line of standard input, and writes one result per line.",
    discussion: """
      A line is the path of a recording, or a JSON object: {"id":"17","path":"17.wav",\
      "agent_channel":"right"}. Bytes without a file follow their line: \
      {"id":"18","raw":"mulaw:8000:2","bytes":960000}. Fields have the names of the columns of a \
      manifest: customer_path, customer_start, agent_channel, customer_channel, call, agent, \
      started, segments, transcript; others are passed through.

      Every line gets one line of JSON, in order and at once, even if a call cannot be analyzed: \
      {"id":"18","ok":false,"code":65,"reason":"…"}. "interject schema worker" describes them.

      Exit codes: 0 done, even if calls failed, 64 usage, 74 output error, 130 and 143 \
      interrupted, after the call under way.
      """)

  @Flag(help: "Give the whole JSON report of each call, not only its summary.")
  var report = false

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  func run() throws {
    let configuration = try settings.resolved()
    let channel = try settings.analysis().agentChannel
    Termination.observe()
    var worker = Worker(
      analysis: CallAnalysis(configuration: configuration, kernels: try .chosen()),
      agentChannel: channel, isWhole: report)
    try worker.work()
    if let signal = Termination.signal { throw CommandFailure(signal: signal) }
  }
}
