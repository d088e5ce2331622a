import Conversation
import Interject
import LiveCapture

/// Writes a live call to its outputs, until it ends or a signal comes.
struct MonitorRun {
  let outputs: [any MonitorOutput]
  let reactions: MonitorReactions
  /// What is heard, in words.
  let heard: String
  /// Which outputs play, for who is not heard; nil where nothing is heard from devices.
  var playing: PlayingOutputs?

  /// Hears the call to its end and returns how it ended.
  ///
  /// An output that fails ends it; the others are finished all the same.
  func follow(_ call: inout LiveCall) throws(CommandFailure) -> LiveEnding {
    var writers = outputs.map { Writer(output: $0) }
    var said: [String] = []
    var hasToldOutputs = false
    for output in outputs {
      try output.begin(call.session, heard: heard)
      output.take(delays: call.delays)
    }
    while true {
      while let item = call.next() {
        switch item {
        case .event(let event):
          for index in writers.indices {
            writers[index].attempt { output throws(CommandFailure) in try output.take(event) }
          }
          reactions.take(event)
          if !hasToldOutputs, event.missesCustomer, let outputs = playing?.names {
            hasToldOutputs = true
            say(PlayingOutputsText.line(outputs))
          }
        case .status(let status):
          let metrics = call.metrics
          for index in writers.indices {
            writers[index].attempt { output throws(CommandFailure) in
              try output.take(status, metrics)
            }
          }
        case .notice(let text): say(text)
        case .wording(let wording): outputs.forEach { $0.take(wording: wording) }
        case .ended(let ending):
          said += sayNotices()
          try finish(&writers, ending, said)
          return ending
        }
      }
      said += sayNotices()
      for output in outputs {
        for request in output.requests() { perform(request, &call) }
      }
      var wait = reactions.isBusy ? 50 : 250
      for index in writers.indices {
        writers[index].attempt { output throws(CommandFailure) in
          if let asked = try output.whenIdle() { wait = min(wait, asked) }
        }
      }
      if Termination.isRequested || writers.contains(where: { $0.failure != nil }) { call.stop() }
      reactions.reap()
      call.wait(milliseconds: wait, or: outputs.lazy.compactMap(\.inputDescriptor).first)
    }
  }

  /// Says what went wrong and returns what has stayed on stderr.
  private func sayNotices() -> [String] {
    outputs.flatMap { $0.notices() }.filter { say($0) }
  }

  /// Says something that the user should know once; true where it went to stderr.
  @discardableResult
  private func say(_ notice: String) -> Bool {
    if outputs.contains(where: { $0.take(notice: notice) }) { return false }
    StandardError.write("interject: \(notice)\n")
    return true
  }

  private func perform(_ request: MonitorRequest, _ call: inout LiveCall) {
    switch request {
    case .stop: call.stop()
    case .hangUp: Termination.hangUp()
    case .pause: call.isPaused ? call.resume() : call.pause()
    case .mark: call.mark()
    case .contest: call.contest()
    case .withdrawContest: call.withdrawContest()
    case .newCall: call.startNewCall()
    case .hold: call.toggleHold()
    // Not `toggle()`: with the thread sanitizer Swift 6.3.1 cannot compile that here.
    case .mute: call.isAgentMuted = !call.isAgentMuted
    }
  }

  private func finish(
    _ writers: inout [Writer], _ ending: LiveEnding, _ said: [String]
  ) throws(CommandFailure) {
    for index in writers.indices {
      writers[index].attempt { output throws(CommandFailure) in
        try output.finish(ending.summary)
      }
    }
    reactions.take(ending.summary)
    reactions.finish()
    if let complaint = reactions.complaint { StandardError.write("interject: \(complaint)\n") }
    if ending.droppedEvents > 0 {
      StandardError.write(
        "interject: \(ending.droppedEvents) events were not written: their reader was too slow\n")
    }
    for writer in writers {
      guard let failure = writer.failure else { continue }
      let isSaid = said.contains { notice in failure.message.map(notice.hasSuffix) ?? false }
      throw isSaid ? CommandFailure(exitCode: failure.exitCode, message: nil) : failure
    }
  }
}

extension Event {
  /// Whether it says that nothing is heard of the customer, who may be on another output.
  fileprivate var missesCustomer: Bool {
    switch kind {
    case .nothingHeard(.customer, _), .warning(.silentChannel, .customer?),
      .warning(.noSpeech, .customer?):
      true
    default: false
    }
  }
}

extension MonitorRun {
  /// An output and what ended it.
  private struct Writer {
    let output: any MonitorOutput
    var failure: CommandFailure?

    mutating func attempt(_ body: (any MonitorOutput) throws(CommandFailure) -> Void) {
      guard failure == nil else { return }
      do throws(CommandFailure) { try body(output) } catch { failure = error }
    }
  }
}
