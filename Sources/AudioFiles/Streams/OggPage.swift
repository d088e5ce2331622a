/// The head of a page of Ogg (RFC 3533, section 6).
struct OggPage: Equatable {
  /// What kind of page it is: 1 goes on with a packet, 2 begins a stream, 4 ends it.
  var flags: UInt8
  /// The position at the end of the last packet that ends here; nil where none does.
  var position: Int?
  /// Whose page it is.
  var serial: Int
  /// The number of the page in its stream.
  var number: Int
  /// The check of the page.
  var check: UInt32
  /// The packets that end here.
  var packets: Int
  /// The bytes of the head, and of the whole page.
  var headLength: Int
  var length: Int

  /// No head is longer.
  static let longestHead = 27 + 255

  /// Reads a head; nil where there is none.
  init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    guard start + 27 <= bytes.count, bytes[start] == UInt8(ascii: "O"),
      bytes[start + 1] == UInt8(ascii: "g"), bytes[start + 2] == UInt8(ascii: "g"),
      bytes[start + 3] == UInt8(ascii: "S"), bytes[start + 4] == 0
    else { return nil }
    func number<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: start + offset, as: type))
    }
    flags = bytes[start + 5]
    let position = number(6, Int64.self)
    self.position = position < 0 || position > 1 << 48 ? nil : Int(position)
    serial = Int(number(14, UInt32.self))
    self.number = Int(number(18, UInt32.self))
    check = number(22, UInt32.self)
    let segments = Int(bytes[start + 26])
    headLength = 27 + segments
    guard start + headLength <= bytes.count else { return nil }
    var body = 0
    var packets = 0
    for index in 0..<segments {
      let size = Int(bytes[start + 27 + index])
      body += size
      if size < 255 { packets += 1 }
    }
    self.packets = packets
    length = headLength + body
  }

  /// Whether the page's check is right.
  func isWhole(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    Checksum.page.withUnsafeBufferPointer { table in
      var sum: UInt32 = 0
      for index in 0..<length {
        let byte = (22..<26).contains(index) ? 0 : bytes[start + index]
        sum = sum << 8 ^ table[Int(UInt8(truncatingIfNeeded: sum >> 24) ^ byte)]
      }
      return sum == check
    }
  }
}
