import Conversation
import Testing

/// While a number is dialled or the network rings nobody is to speak: that is no dead air.
@Suite struct CallToneTests {
  /// The silences told of a call whose parties are silent from 160 to 175 s.
  private func deadAir(
    _ tones: [ClosedRange<Double>], until end: Double = 175
  ) -> (told: [Interval], begun: Int) {
    var scene = CallScene.call()
    scene.tones = tones
    let silence = Interval(start: SampleTime(seconds: 160), end: SampleTime(seconds: end))
    scene.at(163, .deadAirStarted(start: silence.start))
    scene.at(end, .deadAir(silence, endedBy: .customer))
    scene.speak(.customer, end, end + 5)
    scene.pass(to: end + 6)
    scene.finish()
    let told = scene.told.compactMap { event in
      if case .deadAir(let interval, _) = event.kind { interval } else { nil }
    }
    return (told, scene.count { if case .deadAirStarted = $0 { true } else { false } })
  }

  @Test func aSilenceWithoutTonesIsDeadAir() {
    let found = deadAir([])
    #expect(found.told.count == 1)
    #expect(found.begun == 1)
  }

  @Test func dialledKeysAreNoDeadAir() {
    let keys = stride(from: 161.0, to: 173, by: 1.5).map { $0...$0 + 0.3 }
    let found = deadAir(keys)
    #expect(found.told.isEmpty)
    #expect(found.begun == 0)
  }

  @Test(arguments: [(2.0, 6.0), (1, 5), (0.4, 2.4), (1.5, 5)])
  func ringingWithItsPausesIsNoDeadAir(on: Double, period: Double) {
    let rings = stride(from: 160.5, to: 174, by: period).map { $0...$0 + on }
    #expect(deadAir(rings).told.isEmpty)
  }

  @Test func tonesThatTakeHalfOfASilenceExplainItWhereverTheyCome() {
    #expect(deadAir([164...172], until: 172).told.isEmpty)
    #expect(deadAir([160...168], until: 172).told.isEmpty)
    #expect(deadAir([160...160.2, 164.5...172], until: 172).told.isEmpty)
  }

  @Test func aSilenceThatWasToldOfIsToldAtItsEnd() {
    let found = deadAir([163...163.2], until: 166)
    #expect(found.begun == 1)
    #expect(found.told.count == 1)
  }

  @Test func oneKeyInAShortSilenceBreaksIt() {
    #expect(deadAir([162...162.2], until: 164.5).told.isEmpty)
  }

  @Test func aLongSilenceAfterAKeyIsDeadAir() {
    #expect(deadAir([161...161.2]).told.count == 1)
    #expect(deadAir([173...173.2]).told.count == 1)
  }

  @Test func aBeepNowAndThenDoesNotExplainASilence() {
    #expect(deadAir([160.5...160.8, 170.5...170.8]).told.count == 1)
  }

  @Test func tonesBeforeAWordExplainNoSilenceBehindIt() {
    // A key while the customer was still speaking, and another one far into the silence.
    #expect(deadAir([155...155.2, 166...166.2]).told.count == 1)
  }
}
