/// A coded stream as it can be decoded: the sections between its damages, and where each belongs.
struct StreamMap: Equatable {
  /// The sections, from front to back.
  var sections: [StreamSection] = []
  /// The frames of the whole, as its header or its end declares them; nil where nothing does.
  var frames: Int?
  /// What had to be mended, but for the damages, which are counted while they are passed.
  var repairs: [Repair.Kind] = []
  /// By how many frames the times behind the damages may be wrong.
  var uncertainty = 0
  /// Whether it can be decoded as it stands.
  var isWhole = false
}

/// A piece of a coded stream without damage, as a file of its own.
struct StreamSection: Equatable {
  /// Where its sound belongs.
  enum Start: Equatable {
    /// The first of its frames is that of the whole with this number.
    case frame(Int)
    /// The frame behind its last one has this number, in a stream counted at a rate.
    case before(Int, rate: Int)
  }

  /// The file.
  var pieces: [SampleFile.Piece]
  /// Where its sound belongs.
  var start: Start
  /// The frames at its beginning that cannot be decoded without what is missing before.
  var skipped = 0

  /// The number of the frame behind its last one at a rate; nil where only decoding tells.
  func end(rate: Int) -> Int? {
    guard case .before(let end, let clock) = start else { return nil }
    return Int(Double(end) * Double(rate) / Double(clock))
  }

  /// The number of its first frame, for a decoder that found so many frames at a rate.
  func firstFrame(_ frames: Int, rate: Int) -> Int {
    switch start {
    case .frame(let number): number + skipped
    case .before: (end(rate: rate) ?? 0) - frames
    }
  }
}

/// The bytes of a file, a large piece of them at a time.
struct StreamScan {
  /// At least so many bytes are seen at once, unless the file ends.
  static let window = 1 << 20

  /// Shows the bytes of a range, from front to back, to a reader that tells how many it has used.
  ///
  /// It is asked again with more behind what it has left; `isLast` says that no more come.
  static func run(
    _ stream: ByteStream, _ range: Range<Int>,
    _ use: (_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ isLast: Bool) -> Int
  ) {
    let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * window, alignment: 16)
    defer { storage.deallocate() }
    guard let base = storage.baseAddress else { return }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = min(storage.count, range.upperBound - offset)
      let count = stream.read(at: offset, into: base, count: wanted)
      let isLast = offset + count >= range.upperBound || count < wanted
      let used = use(UnsafeRawBufferPointer(start: base, count: count), offset, isLast)
      guard !isLast, used > 0 else { return }
      offset += used
    }
  }
}
