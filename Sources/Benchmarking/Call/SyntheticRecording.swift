public import AudioFiles
import CRealtime
import Conversation
import Glibc

/// The built-in call as a recording: 16 bit samples in memory that is read like a file.
///
/// It never touches a disk, and is gone when the value is, whatever becomes of the process.
public struct SyntheticRecording: ~Copyable {
  /// Where the recording is read.
  public let source: CallSource
  private let descriptor: Int32

  /// Writes a call as often as told, one after the other; nil where there is no room for it.
  public init?(_ call: SyntheticCall, times: Int = 1) {
    let descriptor = ij_memory_file("built-in call")
    guard descriptor >= 0 else { return nil }
    var samples: [Int16] = []
    samples.reserveCapacity(2 * call.samples.agent.count)
    for index in call.samples.agent.indices {
      for party in Party.allCases {
        samples.append(Int16((call.samples[party][index] * 32_767).rounded()).littleEndian)
      }
    }
    guard (0..<times).allSatisfy({ _ in Self.append(samples, to: descriptor) }) else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    source = CallSource(
      .together(
        AudioInput(
          .path("/proc/self/fd/\(descriptor)"),
          raw: RawFormat(encoding: .s16le, rate: call.rate.rawValue, channels: 2))))
  }

  deinit {
    close(descriptor)
  }

  private static func append(_ samples: [Int16], to descriptor: Int32) -> Bool {
    samples.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count <= 0 { return false }
        done += count
      }
      return true
    }
  }
}
