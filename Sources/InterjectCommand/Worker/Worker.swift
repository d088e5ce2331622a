import AudioFiles
import Batch
import Conversation
import Interject
import Reporting
import Words

/// Answers each line of the standard input with one on the standard output.
struct Worker: ~Copyable {
  private let analysis: CallAnalysis
  private let agentChannel: ChannelNumber?
  /// Whether an answer holds the whole report.
  private let isWhole: Bool
  private var input = LineReader()
  private var output = OutputFile.standard

  init(analysis: CallAnalysis, agentChannel: ChannelNumber?, isWhole: Bool) {
    self.analysis = analysis
    self.agentChannel = agentChannel
    self.isWhole = isWhole
  }

  /// Works until the input ends or the process is to end; the call under way is finished.
  mutating func work() throws(CommandFailure) {
    while !Termination.isRequested, let line = input.next() {
      guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
      let answer = answer(to: WorkerRequest(line: line))
      try output.append(answer)
      try output.flush()
    }
  }

  private mutating func answer(to request: WorkerRequest) -> [UInt8] {
    var name = request.path ?? request.id ?? "stdin"
    var received: ReceivedBytes?
    // They are needed until the answer is there.
    defer { received = nil }
    var descriptor: Int32?
    if let announced = request.bytes {
      var count = announced
      received = ReceivedBytes(&count, from: &input)
      name = request.id ?? "stdin"
      guard count == announced else {
        return failure(request, 65, "the input ended after \(count) of \(announced) bytes")
      }
      descriptor = received?.descriptor
      guard descriptor != nil else {
        return failure(request, 74, "not enough memory for that many bytes")
      }
    }
    if let refusal = request.refusal { return failure(request, 64, refusal.reason) }
    let agent: AudioInput
    if let descriptor {
      agent = AudioInput(.descriptor(descriptor, name: name), raw: request.raw)
    } else if let path = request.path {
      agent = AudioInput(.path(path), raw: request.raw)
    } else if let segments = request.segments {
      agent = AudioInput(.path(segments))
    } else {
      return failure(request, 64, "the line has neither path nor bytes nor segments")
    }
    let layout: CallSource.Layout =
      if let customer = request.customerPath {
        .apart(agent: agent, customer: AudioInput(.path(customer), raw: request.raw))
      } else {
        .together(agent)
      }
    var source = CallSource(layout, channels: request.channels, customerDelay: request.delay)
    if request.customerPath == nil, request.channels == CallSource.ChannelChoice() {
      source.channels.agent = agentChannel
    }
    var call = BatchCall(source, recording: name, root: "", identity: request.identity)
    call.segments = request.segments.map {
      SegmentsInput(path: $0, hasRecording: request.path != nil || descriptor != nil)
    }
    do throws(CommandFailure) {
      var words: (source: WordSource, acts: ListeningActs)?
      if let transcript = request.transcript {
        do throws(CommandFailure) {
          words = try TranscriptReading(namesFormat: false).words(of: transcript)
        } catch {
          return failure(request, error.exitCode, "\(transcript): \(error.message ?? "")")
        }
      }
      let report = try CallHearing(analysis: analysis, reader: .worker).report(
        on: call, words: words)
      return success(request, report)
    } catch {
      return failure(request, error.exitCode, error.message ?? "")
    }
  }

  private func success(_ request: WorkerRequest, _ report: CallReport) -> [UInt8] {
    WorkerAnswer.bytes(id: request.id, path: request.path, report, isWhole: isWhole)
  }

  private func failure(_ request: WorkerRequest, _ code: Int32, _ reason: String) -> [UInt8] {
    WorkerAnswer.bytes(id: request.id, path: request.path, code: Int(code), reason: reason)
  }
}
