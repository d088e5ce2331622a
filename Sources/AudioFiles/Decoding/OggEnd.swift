/// The end of an Ogg stream, which is the only sign that one is whole (RFC 3533, section 6).
enum OggEnd {
  private static let headLength = 27
  /// A page has at most 255 segments of 255 bytes.
  private static let longestPage = headLength + 255 + 255 * 255
  private static let endFlag: UInt8 = 4

  /// Whether the last page is not there as a whole, or is not the end of its stream.
  static func isMissing(in stream: ByteStream) -> Bool {
    guard let length = stream.length else { return false }
    let tail = stream.bytes(at: max(0, length - longestPage), count: longestPage)
    var index = tail.count - headLength
    while index >= 0, !tail[index...].starts(with: "OggS\0".utf8) { index -= 1 }
    guard index >= 0, tail[index + 5] & endFlag != 0 else { return true }
    let lengths = tail[(index + headLength)...].prefix(Int(tail[index + headLength - 1]))
    let body = lengths.reduce(0) { $0 + Int($1) }
    return lengths.endIndex + body > tail.count
  }
}
