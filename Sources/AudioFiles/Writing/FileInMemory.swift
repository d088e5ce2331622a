import CSndfile
import Glibc

/// What libsndfile writes when it is given no file.
final class FileInMemory {
  private(set) var bytes: [UInt8] = []
  private var position = 0

  /// The functions that libsndfile calls with the object as their last argument.
  static let access = SF_VIRTUAL_IO(
    get_filelen: { sf_count_t(FileInMemory.at($0).bytes.count) },
    seek: { offset, origin, place in
      let file = FileInMemory.at(place)
      switch origin {
      case SEEK_CUR: file.position += Int(offset)
      case SEEK_END: file.position = file.bytes.count + Int(offset)
      default: file.position = Int(offset)
      }
      return sf_count_t(file.position)
    },
    read: { target, count, place in
      let file = FileInMemory.at(place)
      let wanted = max(0, min(Int(count), file.bytes.count - file.position))
      file.bytes.withUnsafeBytes { bytes in
        if wanted > 0, let start = bytes.baseAddress {
          target?.copyMemory(from: start + file.position, byteCount: wanted)
        }
      }
      file.position += wanted
      return sf_count_t(wanted)
    },
    write: { source, count, place in
      FileInMemory.at(place).write(
        UnsafeRawBufferPointer(start: source, count: Int(count)))
      return count
    },
    tell: { sf_count_t(FileInMemory.at($0).position) })

  private static func at(_ place: UnsafeMutableRawPointer?) -> FileInMemory {
    guard let place else { return FileInMemory() }
    return Unmanaged<FileInMemory>.fromOpaque(place).takeUnretainedValue()
  }

  private func write(_ part: UnsafeRawBufferPointer) {
    let end = position + part.count
    if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
    bytes.replaceSubrange(position..<end, with: part)
    position = end
  }
}
