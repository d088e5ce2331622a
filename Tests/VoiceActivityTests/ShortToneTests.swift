import Conversation
import TestSignals
import Testing
import VoiceActivity

/// Short tones of recorders, keypads and redactions are no background that speech is heard through.
@Suite struct ShortToneTests {
  /// The background of both parties' channels in dB of full scale, with a sound from time to time.
  private func background(
    seconds: Int, each: Double, _ sound: (Double) -> Double
  ) throws -> PartyPair<Double?> {
    let rate = EngineRate.narrow
    var noise = NoiseSource()
    let samples = (0..<seconds * rate.rawValue).map { index -> Float in
      let time = Double(index) / Double(rate.rawValue)
      let isSounding = time.truncatingRemainder(dividingBy: 4) >= 4 - each
      return Float(0.001 * noise.next() + (isSounding ? sound(time) : 0))
    }
    var activity = VoiceActivity(rate: rate, settings: ActivitySettings(), kernels: .best)
    var sums: PartyPair<PowerSums>?
    activity.process(agent: samples.span, customer: samples.span) { sums = $0.powers }
    activity.finish { sums = $0.powers }
    let powers = try #require(sums)
    return PartyPair(
      agent: powers.agent.backgroundPower.map(Logarithm.decibels),
      customer: powers.customer.backgroundPower.map(Logarithm.decibels))
  }

  private static func tone(_ pitches: [Double], _ time: Double) -> Double {
    pitches.reduce(0) { $0 + 0.2 * Self.sine($1 * time) }
  }

  /// The sine of a number of turns, of the fourth order; its overtones lie 30 dB and more below.
  private static func sine(_ turns: Double) -> Double {
    let x = 4 * (turns - turns.rounded())
    let y = x * (2 - abs(x))
    return y * (0.775 + 0.225 * abs(y))
  }

  @Test(arguments: [[1400.0], [1000], [697, 1209], [941, 1477]], [0.2, 0.5])
  func tonesAreNotCounted(pitches: [Double], each: Double) throws {
    let quiet = try background(seconds: 40, each: 0) { _ in 0 }
    let marked = try background(seconds: 40, each: each) { Self.tone(pitches, $0) }
    for party in Party.allCases {
      #expect(abs(try #require(marked[party]) - #require(quiet[party])) < 3)
    }
  }

  @Test func burstsOfNoiseAreCounted() throws {
    var noise = NoiseSource(seed: 7)
    let quiet = try background(seconds: 40, each: 0) { _ in 0 }
    let loud = try background(seconds: 40, each: 0.5) { _ in 0.1 * noise.next() }
    #expect(try #require(loud.agent) - #require(quiet.agent) > 10)
  }

  @Test func aToneThatDoesNotEndIsCounted() throws {
    let quiet = try background(seconds: 40, each: 0) { _ in 0 }
    let whistle = try background(seconds: 40, each: 4) { Self.tone([1000], $0) }
    #expect(try #require(whistle.agent) - #require(quiet.agent) > 10)
  }
}
