import Conversation
import Glibc
import TestSignals

@testable import VoiceActivity

/// A call of two voices in turns with double talk, one of which leaks into the other's channel.
///
/// Only the spectrum and the two-channel stage run: what is own of a channel, not what is speech.
struct LeakScene {
  /// A leak from a time on, or no longer.
  struct Leak {
    var into: Party
    var level: Double
    var delays: [Int]
    var time: Range<Double> = 0..<1000
  }

  private static let rate = 8000
  static let seconds = 80.0
  private static let period = 8.0
  /// The double talk of every period from this one on.
  private static let firstDoubleTalk = 4

  /// Everyone's talk: the customer's, the agent's answer, and the agent's word into the former.
  private static let bursts = bursts(doubleTalkFrom: firstDoubleTalk)

  private static func bursts(doubleTalkFrom first: Int) -> PartyPair<[ClosedRange<Double>]> {
    var bursts = PartyPair<[ClosedRange<Double>]>(repeating: [])
    for turn in 0..<Int(seconds / period) {
      let start = Double(turn) * period
      bursts.customer.append(start + 0.5...start + 2.1)
      bursts.customer.append(start + 2.4...start + 4.2)
      if turn >= first { bursts.agent.append(start + 2.7...start + 3.5) }
      bursts.agent.append(start + 5...start + 7.2)
    }
    return bursts
  }

  private static let voices = voices(bursts)

  private static func voices(_ bursts: PartyPair<[ClosedRange<Double>]>) -> PartyPair<[Float]> {
    PartyPair(
      agent: SpeechLikeSignal(
        rate: rate, bursts: bursts.agent, pitch: 120, loudness: 0.2, noise: 0.0005, seed: 3
      ).samples(seconds: seconds),
      customer: SpeechLikeSignal(
        rate: rate, bursts: bursts.customer, pitch: 205, loudness: 0.2, noise: 0.0005, seed: 8
      ).samples(seconds: seconds))
  }

  /// Whether the leak into a channel is left in it, at the end.
  private(set) var isLeft = PartyPair(repeating: false)
  /// Whether both channels carry one recording, at the end.
  private(set) var isSameAudio = false
  /// What is own of each frame of each party.
  private(set) var own = PartyPair<[Double]>(repeating: [])
  /// The leak that was known at the end of each second.
  private(set) var reports = PartyPair<[(level: Double, delay: SampleTime)?]>(repeating: [])

  /// The stretches in which they talk in this scene.
  private let bursts: PartyPair<[ClosedRange<Double>]>

  /// A call with leaks, or one without in which the agent is faint, by so many dB, and talks into the
  /// customer's first words.
  ///
  /// `change` is done to the channels last.
  init(
    _ leaks: [Leak] = [], faint: Double? = nil,
    change: (inout PartyPair<[Float]>) -> Void = { _ in }
  ) {
    bursts = faint == nil ? Self.bursts : Self.bursts(doubleTalkFrom: 0)
    var channels = faint == nil ? Self.voices : Self.voices(bursts)
    if let faint {
      let gain = Float(pow(10, -faint / 20))
      for index in channels.agent.indices { channels.agent[index] *= gain }
    }
    for leak in leaks {
      let gain = Float(pow(10, leak.level / 20))
      for delay in leak.delays {
        let shift = delay * Self.rate / 1000
        let first = max(shift, Int(leak.time.lowerBound * Double(Self.rate)))
        let last = min(Int(leak.time.upperBound * Double(Self.rate)), channels.agent.count)
        for index in first..<last {
          channels[leak.into][index] += gain * Self.voices[leak.into.other][index - shift]
        }
      }
    }
    change(&channels)
    run(channels)
  }

  /// Both channels lose the same 0.3 s of every second.
  static func dropOut(_ channels: inout PartyPair<[Float]>) {
    for party in Party.allCases {
      for index in channels[party].indices where index % rate < 3 * rate / 10 {
        channels[party][index] = 0
      }
    }
  }

  /// Both channels carry both voices, the agent's so many samples later.
  static func copy(_ channels: inout PartyPair<[Float]>, later samples: Int) {
    let both = zip(channels.agent, channels.customer).map { $0 + $1 }
    channels.customer = both
    channels.agent = Array(repeating: 0, count: samples) + both.dropLast(samples)
  }

  /// The customer's voice in the agent's channel comes from 20 ms late to 40 ms early.
  static func drift(_ channels: inout PartyPair<[Float]>) {
    let count = channels.customer.count
    for index in 0..<count {
      let at = index - 160 + 480 * index / count
      if at >= 0, at < count { channels.agent[index] += 0.18 * voices.customer[at] }
    }
  }

  private mutating func run(_ channels: PartyPair<[Float]>) {
    let kernels = KernelSet.best.kernels
    let spectrum = Spectrum(rate: .narrow, kernels: kernels)
    var filter = LeakFilter(kernels: kernels)
    var frames = 0
    for step in 0..<channels.agent.count / spectrum.stepLength {
      for party in Party.allCases {
        for index in 0..<spectrum.stepLength {
          spectrum.samples(of: party)[index] = channels[party][step * spectrum.stepLength + index]
        }
      }
      spectrum.analyze()
      for frame in 0..<Spectrum.framesPerStep {
        filter.add(
          levels: spectrum.rows(of: spectrum.levels, frame: frame),
          powers: spectrum.rows(of: spectrum.powers, frame: frame))
        frames += 1
        for party in Party.allCases {
          if frames > ActivityGate.lookAhead { own[party].append(filter.ownSettled(party)) }
          if frames % 100 == 0 { reports[party].append(filter.leak(into: party)) }
        }
      }
      spectrum.advance()
    }
    for party in Party.allCases { isLeft[party] = filter.isLeft(in: party) }
    isSameAudio = filter.isSameAudio
  }

  /// The share of the frames of a party that count as its own while only the other's voice, late by
  /// a delay, is in its channel.
  func falseShare(
    of party: Party, delay: Int, in time: Range<Double> = 20..<LeakScene.seconds
  ) -> Double {
    share(of: party) { second in
      time.contains(second) && speaks(party.other, second - Double(delay) / 1000, inset: 0.1)
        && !speaks(party, second, inset: -0.4)
    }
  }

  /// The share of a party's frames in double talk that count as its own.
  func keptShare(
    of party: Party, in time: Range<Double> = 0..<LeakScene.seconds
  ) -> Double {
    share(of: party) { second in
      time.contains(second) && speaks(party, second, inset: 0.05)
        && speaks(party.other, second, inset: 0)
    }
  }

  private func share(of party: Party, where isCounted: (Double) -> Bool) -> Double {
    var counted = 0
    var owned = 0
    for (frame, own) in own[party].enumerated() where isCounted(Double(frame) / 100) {
      counted += 1
      if own >= 0.5 { owned += 1 }
    }
    return counted < 50 ? .nan : Double(owned) / Double(counted)
  }

  private func speaks(_ party: Party, _ second: Double, inset: Double) -> Bool {
    bursts[party].contains {
      second >= $0.lowerBound + inset && second < $0.upperBound - inset
    }
  }
}
