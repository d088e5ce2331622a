/// How one sample of headerless audio is written.
public enum RawEncoding: String, CaseIterable, Hashable, Sendable {
  /// Signed 16 bit, low byte first.
  case s16le
  /// Signed 16 bit, high byte first.
  case s16be
  /// Unsigned 8 bit.
  case u8
  /// Signed 24 bit in three bytes, low byte first.
  case s24le
  /// Signed 32 bit, low byte first.
  case s32le
  /// 32 bit floating point, low byte first.
  case f32le
  /// ITU-T G.711 A-law.
  case alaw
  /// ITU-T G.711 mu-law.
  case mulaw
}
