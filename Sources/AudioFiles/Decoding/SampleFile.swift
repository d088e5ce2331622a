import CSndfile
import Glibc

/// The file that libsndfile sees: a short header of ours, and then the samples of a stream.
final class SampleFile {
  /// The bytes of samples handed out so far.
  private(set) var delivered = 0

  private let stream: ByteStream
  private let header: [UInt8]
  private let dataOffset: Int
  private let dataLength: Int
  private var position = 0

  /// The length given out for a pipe of unknown length.
  static let endless = 1 << 60

  init(_ stream: ByteStream, header: [UInt8], dataOffset: Int, dataLength: Int?) {
    self.stream = stream
    self.header = header
    self.dataOffset = dataOffset
    self.dataLength = dataLength ?? SampleFile.endless
  }

  /// How many bytes of samples may still be read.
  var remaining: Int { dataLength - delivered }

  private var length: Int { header.count + dataLength }

  private func seek(_ offset: Int, _ whence: Int32) -> Int {
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : length
    let (target, overflow) = base.addingReportingOverflow(offset)
    guard !overflow, target >= 0 else { return -1 }
    position = target
    return position
  }

  private func read(into target: UnsafeMutableRawPointer, count: Int) -> Int {
    var done = 0
    if position < header.count {
      done = min(count, header.count - position)
      header.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        target.copyMemory(from: base + position, byteCount: done)
      }
    }
    let place = position + done - header.count
    let wanted = min(count - done, dataLength - place)
    if wanted > 0 {
      let got = stream.read(
        at: dataOffset + place, into: target.advanced(by: done), count: wanted)
      done += got
      // libsndfile also looks behind the end for more chunks.
      if got > 0 { delivered = max(delivered, place + got) }
    }
    position += done
    return done
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
