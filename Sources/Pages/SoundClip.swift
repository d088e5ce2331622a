/// A few seconds of sound that a page can play.
public struct SoundClip: Equatable, Sendable {
  /// The media type, such as `audio/ogg`.
  public let type: String
  /// The sound as a file holds it.
  public let bytes: [UInt8]

  /// Creates a clip from the content of a sound file.
  public init(type: String, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  /// The clip as an address that holds it.
  public var address: String { "data:\(type);base64,\(Base64.text(bytes))" }
}
