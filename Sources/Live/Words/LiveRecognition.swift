import Conversation
import Realtime
import Synchronization
import Words

/// A recognizer beside a live call, on a thread of its own.
///
/// What waits for it is bounded: two minutes of speech, beyond which stretches are left out and counted.
final class LiveRecognition: @unchecked Sendable {
  // Unchecked for the recognizer: the thread has it until it has said that it is over, then the engine.
  /// A stretch of speech that waits.
  private struct Piece: Sendable {
    let party: Party
    let interval: Interval
    let samples: [Float]
    let rate: Int
  }

  /// The most samples that wait: two minutes at 16 kHz.
  private static let mostWaiting = 120 * 16_000

  private let recognizer: any Recognizer
  private let waiting = BoundedQueue<Piece>(capacity: 256)
  private let samplesWaiting = Atomic<Int>(0)
  private let isEnding = Atomic<Bool>(false)

  /// Creates a recognition that nobody else uses the recognizer of.
  init(_ recognizer: any Recognizer) { self.recognizer = recognizer }

  /// Gives a stretch to the thread; false where too much waits already.
  func put(
    _ party: Party, _ interval: Interval, _ samples: UnsafeBufferPointer<Float>, rate: Int
  ) -> Bool {
    guard
      samplesWaiting.load(ordering: .relaxed) + samples.count <= Self.mostWaiting,
      waiting.offer(
        Piece(party: party, interval: interval, samples: Array(samples), rate: rate))
    else { return false }
    samplesWaiting.add(samples.count, ordering: .relaxed)
    waiting.announce()
    return true
  }

  /// Nothing more is given to the thread.
  func end() { isEnding.store(true, ordering: .releasing) }

  /// Recognises a stretch at once, where no thread has the recognizer.
  func words(
    in samples: UnsafeBufferPointer<Float>, at interval: Interval, rate: Int
  ) -> [Word] {
    recognizer.words(in: samples, at: interval, rate: rate)
  }

  /// Recognises what comes until nothing more does, or nobody takes words any more.
  func run(into channel: WordChannel) {
    while !channel.isClosed {
      let isLast = isEnding.load(ordering: .acquiring)
      guard let piece = waiting.take() else {
        if isLast { break }
        waiting.wait(milliseconds: 100)
        continue
      }
      let words = piece.samples.withUnsafeBufferPointer {
        recognizer.words(in: $0, at: piece.interval, rate: piece.rate)
      }
      samplesWaiting.subtract(piece.samples.count, ordering: .relaxed)
      channel.put(.words(piece.party, words, through: piece.interval.end))
    }
    channel.put(.over(nil))
  }
}
