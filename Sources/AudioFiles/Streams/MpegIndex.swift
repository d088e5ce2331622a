/// What the first frame of an MP3 may say of the whole, in the place of sound (Xing, Info).
struct MpegIndex: Equatable {
  /// The frames behind it; nil where it does not tell.
  var frames: Int?
  /// The samples that encoder and decoder put before the sound; 0 where the file does not say.
  var delay = 0
  /// The samples behind the sound that fill the last frame.
  var padding = 0

  /// A decoder's own delay, by which the encoder's is increased.
  static let decoderDelay = 529

  /// Reads the index in a frame; nil where it holds sound.
  init?(_ bytes: UnsafeRawBufferPointer, at start: Int, _ frame: MpegFrame) {
    guard frame.kind.layer == 3 else { return nil }
    var place = start + MpegFrame.headLength + frame.sideLength
    let end = min(bytes.count, start + frame.length)
    func text(_ place: Int) -> String {
      place + 4 <= end ? String(decoding: bytes[place..<place + 4], as: UTF8.self) : ""
    }
    func number(_ place: Int, _ count: Int) -> Int {
      place + count <= end
        ? bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) } : 0
    }
    guard text(place) == "Xing" || text(place) == "Info" else { return nil }
    let flags = number(place + 4, 4)
    place += 8
    if flags & 1 != 0 {
      frames = number(place, 4)
      place += 4
    }
    place += (flags & 2 != 0 ? 4 : 0) + (flags & 4 != 0 ? 100 : 0) + (flags & 8 != 0 ? 4 : 0)
    guard place + 24 <= end, bytes[place] != 0 else { return }
    let delays = number(place + 21, 3)
    delay = delays >> 12 + Self.decoderDelay
    padding = max(0, delays & 0xFFF - Self.decoderDelay)
  }

  /// A frame that tells a decoder how many frames follow, in the form of another frame.
  static func frame(telling frames: Int, like head: [UInt8]) -> [UInt8]? {
    // Long enough at every rate, without a check and padding.
    var bytes = head
    bytes[1] |= 1
    bytes[2] = 9 << 4 | head[2] & 0x0C
    let frame = bytes.withUnsafeBytes { MpegFrame($0, at: 0) }
    guard let frame else { return nil }
    bytes += [UInt8](repeating: 0, count: frame.sideLength) + Array("Xing".utf8) + [0, 0, 0, 1]
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: frames >> (24 - 8 * $0)) }
    guard bytes.count <= frame.length else { return nil }
    return bytes + [UInt8](repeating: 0, count: frame.length - bytes.count)
  }
}
