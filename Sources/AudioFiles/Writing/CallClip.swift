/// A few seconds of a call as the content of a sound file.
public struct CallClip: Equatable, Sendable {
  /// The media type, such as `audio/ogg`.
  public let type: String
  /// The content of the file, the agent on the left channel.
  public let bytes: [UInt8]
}
