public import Conversation
import Glibc

/// A call made by arithmetic, whose timing is known to the sample: it needs no recording.
///
/// Each party is a row of harmonics under the resonances of a vowel, beaten five times a second as
/// syllables are. The detector takes it for speech; how well people are heard it does not tell.
public struct SyntheticCall: Sendable {
  /// The rate of the samples.
  public let rate: EngineRate
  /// The samples of each party, in [-1, 1].
  public let samples: PartyPair<[Float]>
  /// When who speaks, and what the overlaps are.
  public let reference: CallReference

  /// The seconds after which the talk repeats.
  public static let period = 30.0

  /// Who speaks from when to when in a period: 6 overlaps, of which 3 are interruptions.
  private static let talk: [(party: Party, start: Double, end: Double)] = [
    (.agent, 0.80, 4.30), (.customer, 4.65, 8.20), (.agent, 6.40, 9.90),
    (.customer, 10.35, 14.55), (.agent, 12.10, 12.55), (.agent, 14.85, 18.10),
    (.customer, 16.25, 20.70), (.agent, 20.45, 23.15), (.customer, 22.90, 26.30),
    (.agent, 24.75, 26.10), (.agent, 27.00, 29.20),
  ]
  private static let interruptions: [(by: Party, onset: Double)] = [
    (.agent, 6.40), (.customer, 16.25), (.agent, 24.75),
  ]
  private static let tableSize = 4096

  /// Makes a call of whole periods that last at least so many seconds.
  public init(rate: EngineRate = .narrow, seconds: Double = 120) {
    self.rate = rate
    let periods = max(1, Int((seconds / Self.period).rounded(.up)))
    var samples = PartyPair<[Float]>(repeating: [])
    var speech = PartyPair<[Interval]>(repeating: [])
    var interruptions: [CallReference.Onset] = []
    for party in Party.allCases {
      let whole = Self.render(party, rate: rate)
      for _ in 0..<periods { samples[party] += whole }
    }
    for period in 0..<periods {
      let offset = Double(period) * Self.period
      func time(_ seconds: Double) -> SampleTime { SampleTime(seconds: offset + seconds) }
      for part in Self.talk {
        speech[part.party].append(Interval(start: time(part.start), end: time(part.end)))
      }
      for flag in Self.interruptions {
        interruptions.append(CallReference.Onset(by: flag.by, start: time(flag.onset)))
      }
    }
    self.samples = samples
    reference = CallReference(speech: speech, interruptions: interruptions)
  }

  private static func render(_ party: Party, rate: EngineRate) -> [Float] {
    let count = Int(period) * rate.rawValue
    let pitch = party == .agent ? 205.0 : 118.0
    let wave = vowel(pitch: pitch, rate: rate)
    var noise: UInt32 = party == .agent ? 1 : 2
    var samples = [Float](repeating: 0, count: count)
    for index in 0..<count {
      noise = 1_664_525 &* noise &+ 1_013_904_223
      samples[index] = (Float(noise) / 2_147_483_648 - 1) * 0.0008
    }
    for part in talk where part.party == party {
      var phase = 0.0
      let first = Int((part.start * Double(rate.rawValue)).rounded())
      let last = Int((part.end * Double(rate.rawValue)).rounded())
      for index in first..<last {
        let time = Double(index - first) / Double(rate.rawValue)
        let left = Double(last - index) / Double(rate.rawValue)
        // The pitch moves by a tenth, as in a sentence.
        phase += pitch * (1 + 0.1 * sin(2 * .pi * 0.7 * time)) / Double(rate.rawValue)
        phase -= phase.rounded(.down)
        let edge = min(1, time / 0.005, left / 0.005)
        let beat = 0.55 + 0.45 * cos(2 * .pi * 5 * time)
        samples[index] += wave[Int(phase * Double(tableSize))] * Float(edge * beat)
      }
    }
    return samples
  }

  /// One period of a voice: harmonics up to 3.6 kHz, shaped by three resonances.
  private static func vowel(pitch: Double, rate: EngineRate) -> [Float] {
    let resonances = [(640.0, 90.0, 1.0), (1250.0, 120.0, 0.5), (2600.0, 180.0, 0.25)]
    var wave = [Float](repeating: 0, count: tableSize)
    for number in 1...Int(3600 / pitch) {
      let frequency = Double(number) * pitch
      var gain = 0.04
      for (centre, width, height) in resonances {
        let distance = (frequency - centre) / width
        gain += height / (1 + distance * distance)
      }
      for index in 0..<tableSize {
        let angle = 2 * Double.pi * Double(number) * Double(index) / Double(tableSize)
        wave[index] += Float(0.12 * gain * sin(angle + Double(number * number)))
      }
    }
    return wave
  }
}
