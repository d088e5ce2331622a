import CRealtime
import Glibc

/// Bytes of audio that came without a file, in memory, where they can be read as one.
struct ReceivedBytes: ~Copyable {
  /// An open descriptor at the beginning of the bytes.
  let descriptor: Int32

  /// Takes bytes that follow a line; nil where there is no memory for them, and they are passed over.
  ///
  /// `count` becomes the number that came.
  init?(_ count: inout Int, from input: inout LineReader) {
    let number = ij_memory_file("interject")
    var isWhole = number >= 0
    count = input.take(count) { piece in
      var written = 0
      while isWhole, written < piece.count {
        let result = piece.withUnsafeBytes { bytes in
          write(number, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        }
        if result < 0, errno == EINTR { continue }
        isWhole = result > 0
        written += max(result, 0)
      }
    }
    guard isWhole, lseek(number, 0, SEEK_SET) == 0 else {
      if number >= 0 { close(number) }
      return nil
    }
    descriptor = number
  }

  deinit { close(descriptor) }
}
