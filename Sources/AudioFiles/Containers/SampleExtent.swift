/// Where the samples of a file are, compared with what its header declares.
struct SampleExtent: Equatable {
  /// The pieces of the file that hold samples; one of `SampleFile.endless` bytes for a pipe that
  /// says nothing.
  var pieces: [Range<Int>]
  /// What had to be mended.
  var repair: Repair.Kind?
  /// The bytes to read; nil for a pipe that says nothing.
  var length: Int? { isEndless ? nil : pieces.reduce(0) { $0 + $1.count } }

  /// Sizes from here on are what programs write that cannot know the length, or did not finish.
  static let placeholder = 0x7FFF_0000
  /// The same where sizes take 64 bit: a terabyte, a year of a call at 8 kHz.
  static let longPlaceholder = 1 << 40

  private var isEndless: Bool { pieces.first.map { $0.count == SampleFile.endless } ?? false }
}

extension SampleExtent {
  /// Compares the header with the bytes behind it.
  ///
  /// A pipe that does not know its length is no fault: it is how every program writes to one.
  init(_ layout: SampleLayout, of stream: ByteStream, header: WaveHeader? = nil) {
    let offset = layout.offset
    let declared = layout.declaredLength ?? Int.max
    let isPlaceholder = declared == 0 || declared >= layout.placeholder
    guard let fileLength = stream.length else {
      let length = isPlaceholder ? SampleFile.endless : declared
      self.init(pieces: [offset..<offset + length], repair: nil)
      return
    }
    let present = max(0, fileLength - offset)
    let all = [offset..<offset + layout.whole(present)]
    if declared == 0, layout.chunks != nil {
      let behind = BytesBehind(layout, at: offset, of: stream, header: nil)
      if !behind.samples.isEmpty {
        self.init(pieces: behind.samples, repair: .unfinishedHeader)
      } else {
        let isFinished = present == 0 || behind.rest.isEmpty
        self.init(
          pieces: isFinished ? [] : all, repair: isFinished ? nil : .unfinishedHeader)
      }
    } else if layout.placeholder == SampleExtent.placeholder, present > 0xFFFF_FFFF {
      self.init(pieces: all, repair: .unfinishedHeader)
    } else if declared > present {
      self.init(
        pieces: all,
        repair: isPlaceholder
          ? .unfinishedHeader : layout.truncation(declared: declared, present: present))
    } else {
      self.init(layout, declared: declared, of: stream, header)
    }
  }

  /// The declared samples, and more of them behind.
  private init(
    _ layout: SampleLayout, declared: Int, of stream: ByteStream, _ header: WaveHeader?
  ) {
    // A last block that breaks off holds nothing: some writers count their padding as samples.
    let end = layout.offset + layout.whole(declared)
    pieces = [layout.offset..<end]
    let behind = BytesBehind(layout, at: layout.offset + declared, of: stream, header: header)
    pieces += behind.samples
    if behind.isSound {
      // Up to the declared end and on as if nothing had been declared.
      let isNext = behind.rest.lowerBound == layout.offset + declared
      let start = isNext ? end : behind.rest.lowerBound
      pieces.append(start..<start + layout.whole(behind.rest.upperBound - start))
    }
    if pieces.count > 1 {
      repair = .continued(
        declared: layout.frames(in: declared), present: layout.frames(in: length ?? 0))
    } else if behind.rest.count >= layout.leastLoss {
      repair = .foreignBytes(behind.rest.count)
    }
  }
}

extension SampleLayout {
  /// The bytes behind the samples that may be a loss: as many as a tenth of a second takes, about.
  var leastLoss: Int { max(64, framesPerBlock.map { rate / 10 * blockLength / $0 } ?? 1024) }

  /// The repair for a recording that ends before its header says so.
  func truncation(declared: Int, present: Int) -> Repair.Kind {
    guard let frames = frames(in: declared), let left = self.frames(in: present) else {
      return .brokenOff
    }
    return .truncated(declared: frames, present: left)
  }
}
