/// What a party did in one frame.
public enum FrameState: UInt8, Hashable, Sendable {
  /// Heard and not speaking.
  case silent
  /// Speaking, or in a pause too short to end the segment.
  case speaking
  /// Not heard.
  case unknown
}
