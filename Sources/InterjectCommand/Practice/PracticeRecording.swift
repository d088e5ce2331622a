import AudioFiles
import Practice

/// `--record` of a practice: trainee left, customer right, as the trainee heard it.
struct PracticeRecording: ~Copyable {
  private var file: CallRecording
  private var samples: [SIMD2<Int16>] = []

  /// Makes the file, which must not be there yet.
  init(path: String) throws(CommandFailure) {
    do {
      file = try .create(path, rate: PracticeSession.rate)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Appends a frame.
  mutating func append(trainee: [Float], customer: [Float]) throws(CommandFailure) {
    samples.removeAll(keepingCapacity: true)
    for index in customer.indices {
      samples.append(
        SIMD2(Self.integer(trainee[index]), Self.integer(customer[index])))
    }
    do {
      try samples.withUnsafeBufferPointer { part throws(RecordingError) in
        try file.append(part)
      }
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Makes the header true.
  mutating func finish() { file.update() }

  private static func integer(_ sample: Float) -> Int16 {
    Int16(max(-32_768, min(32_767, (sample * 32_768).rounded())))
  }
}
