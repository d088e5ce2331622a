import Conversation
import Interject
import TestSignals
import VoiceActivity

/// What a session makes of the audio of both parties, as of a recording.
struct EngineRun {
  /// How the samples are handed over.
  enum Chunks: CustomStringConvertible {
    /// Blocks of one length.
    case blocks(Int)
    /// Blocks of random lengths up to a limit.
    case random(upTo: Int)
    /// Everything at once.
    case whole

    var description: String {
      switch self {
      case .blocks(let length): "blocks of \(length)"
      case .random(let limit): "random blocks up to \(limit)"
      case .whole: "everything at once"
      }
    }
  }

  /// A stretch of samples in which parties are not heard.
  struct Loss {
    var samples: Range<Int>
    var reasons: PartyPair<UnknownReason?>
  }

  private(set) var events: [Event] = []
  private(set) var summary: Summary
  private(set) var evidence: [PartyPair<SpeechEvidence>] = []

  init(
    agent: [Float], customer: [Float], rate: EngineRate = .narrow, chunks: Chunks = .blocks(160),
    losses: [Loss] = [], configuration: Configuration = Configuration(),
    kernels: KernelSet = .best
  ) {
    var session = ListeningSession(
      configuration: configuration, rate: rate, kernels: kernels, isRecording: true)
    var random = RandomSource(seed: 1)
    var said: [Event] = []
    var settled: [PartyPair<SpeechEvidence>] = []
    var taken = 0
    while taken < agent.count {
      let loss = losses.first { $0.samples.contains(taken) }
      let limit =
        loss?.samples.upperBound
        ?? losses.map(\.samples.lowerBound).filter { $0 > taken }.min() ?? agent.count
      let length =
        switch chunks {
        case .blocks(let length): length
        case .random(let most): Int.random(in: 0...most, using: &random)
        case .whole: agent.count
        }
      let end = min(taken + length, limit, agent.count)
      session.process(
        agent: agent.span.extracting(taken..<end), customer: customer.span.extracting(taken..<end),
        unknown: loss?.reasons ?? PartyPair(repeating: nil),
        evidence: { frame, pair in
          precondition(frame == settled.count, "frames are told in order")
          settled.append(pair)
        }, emit: { said.append($0) })
      taken = end
    }
    session.finish(
      evidence: { frame, pair in
        precondition(frame == settled.count, "frames are told in order")
        settled.append(pair)
      }, emit: { said.append($0) })
    events = said
    summary = session.summary
    evidence = settled
  }

  /// The warnings, as in `clipping agent`.
  var warnings: [String] {
    events.compactMap {
      if case .warning(let code, let party) = $0.kind {
        "\(code.rawValue) \(party?.name ?? "both")"
      } else {
        nil
      }
    }
  }

  /// The finished segments of a party.
  func segments(_ party: Party) -> [Interval] {
    events.compactMap {
      if case .speech(party, let span) = $0.kind { span } else { nil }
    }
  }

  /// The stretches reported as unknown.
  func unknown(_ party: Party) -> [Interval] {
    events.compactMap {
      if case .unknown(party, let span, _) = $0.kind { span } else { nil }
    }
  }
}
