import Conversation

/// The test call in blocks of 160 samples, run once for each rate.
enum EngineReference {
  private static let narrow = TestCall(rate: .narrow).run(rate: .narrow)
  private static let wide = TestCall(rate: .wide).run(rate: .wide)

  static func run(_ rate: EngineRate) -> EngineRun {
    rate == .narrow ? narrow : wide
  }
}
