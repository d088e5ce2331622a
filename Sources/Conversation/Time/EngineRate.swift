/// The sample rates that the engine works at; everything else is brought to one of them.
public enum EngineRate: Int, CaseIterable, Hashable, Sendable {
  /// Telephone audio, 8 kHz.
  case narrow = 8000
  /// Everything else, 16 kHz.
  case wide = 16000

  /// The samples in a frame of 10 ms.
  public var frameLength: Int { rawValue / 100 }

  /// The rate that audio of a sample rate is brought to: 8 kHz stays, the rest becomes 16 kHz.
  public init(forSampleRate rate: Int) {
    self = rate <= 8000 ? .narrow : .wide
  }
}
