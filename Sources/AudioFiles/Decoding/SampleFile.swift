import CSndfile
import Glibc

/// The file that libsndfile sees: bytes of ours and pieces of a stream, one after the other.
final class SampleFile {
  /// A piece of the file.
  enum Piece: Equatable {
    /// Bytes that stand in no stream, such as a mended header.
    case literal([UInt8])
    /// Bytes of the stream; a count of `endless` for a pipe that does not say how many come.
    case stream(offset: Int, count: Int)

    /// The bytes in it.
    var count: Int {
      switch self {
      case .literal(let bytes): bytes.count
      case .stream(_, let count): count
      }
    }
  }

  /// The bytes of samples handed out so far.
  private(set) var delivered = 0

  private let stream: ByteStream
  private let pieces: [Piece]
  /// Where each piece begins, and where the last one ends.
  private let starts: [Int]
  /// The bytes before the samples.
  private let headerLength: Int
  private var position = 0

  /// The length given out for a pipe of unknown length.
  static let endless = 1 << 60

  init(_ stream: ByteStream, _ pieces: [Piece]) {
    self.stream = stream
    self.pieces = pieces
    var starts = [0]
    for piece in pieces { starts.append(starts[starts.count - 1] + piece.count) }
    self.starts = starts
    headerLength = if case .literal(let bytes)? = pieces.first { bytes.count } else { 0 }
  }

  /// How many bytes of samples may still be read.
  var remaining: Int { length - headerLength - delivered }

  private var length: Int { starts[pieces.count] }

  private func seek(_ offset: Int, _ whence: Int32) -> Int {
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : length
    let (target, overflow) = base.addingReportingOverflow(offset)
    guard !overflow, target >= 0 else { return -1 }
    position = target
    return position
  }

  private func read(into target: UnsafeMutableRawPointer, count: Int) -> Int {
    var done = 0
    // libsndfile also looks behind the end for more chunks.
    while done < count, position < length {
      let index = piece(at: position)
      let skipped = position - starts[index]
      let wanted = min(count - done, starts[index + 1] - position)
      var got = wanted
      switch pieces[index] {
      case .literal(let bytes):
        bytes.withUnsafeBytes { bytes in
          guard let base = bytes.baseAddress else { return }
          target.advanced(by: done).copyMemory(from: base + skipped, byteCount: wanted)
        }
      case .stream(let offset, _):
        got = stream.read(at: offset + skipped, into: target.advanced(by: done), count: wanted)
        if got > 0 { delivered = max(delivered, position - headerLength + got) }
      }
      done += got
      position += got
      if got < wanted { break }
    }
    return done
  }

  /// The piece in which a position lies.
  private func piece(at position: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }
}

extension SampleFile {
  /// The functions that libsndfile calls, with the file as their user data.
  static var callbacks: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { sf_count_t(SampleFile.of($0)?.length ?? 0) },
      seek: { sf_count_t(SampleFile.of($2)?.seek(Int($0), $1) ?? -1) },
      read: { target, count, file in
        guard let target, let file = SampleFile.of(file) else { return 0 }
        return sf_count_t(file.read(into: target, count: Int(count)))
      },
      write: { _, _, _ in 0 },
      tell: { sf_count_t(SampleFile.of($0)?.position ?? -1) })
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> SampleFile? {
    data.map { Unmanaged<SampleFile>.fromOpaque($0).takeUnretainedValue() }
  }
}
