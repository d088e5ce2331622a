import Conversation
import Glibc

/// A line on stderr that says how far many calls are; only on a terminal, and not for short work.
struct BatchProgress {
  private static let patience = 2.0

  private let count: Int
  private let bytes: Double
  private let isShown = StandardError.isTerminal
  private let begun = BatchProgress.seconds
  private var isDrawn = false

  init(of count: Int, bytes: Int) {
    self.count = count
    self.bytes = Double(max(bytes, 1))
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Shows a state.
  mutating func show(_ state: BatchTally.State) {
    let elapsed = Self.seconds - begun
    guard isShown, elapsed >= Self.patience else { return }
    isDrawn = true
    let line = Self.line(
      done: state.done.count, of: count, part: state.bytes / bytes,
      audio: state.audio.seconds, elapsed: elapsed)
    StandardError.write("\r\(line.prefix((StandardError.columns ?? 80) - 1))\u{1B}[K")
  }

  /// What it says: the calls done, the rate, and the time left.
  static func line(
    done: Int, of count: Int, part: Double, audio: Double, elapsed: Double
  ) -> String {
    let part = min(max(part, 0), 1)
    var words = ["\(done) of \(count) calls", "\(Int(part * 100)) %"]
    if audio > 0, elapsed > 0 { words.append("\(Int(audio / elapsed)) times real time") }
    // From less, the rest cannot be told.
    if part >= 0.01, elapsed > 0 { words.append("\(clock(elapsed / part - elapsed)) left") }
    return words.joined(separator: " · ")
  }

  /// Takes the line away.
  mutating func erase() {
    if isDrawn { StandardError.write("\r\u{1B}[K") }
    isDrawn = false
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    let (minutes, rest) = (whole / 60, whole % 60)
    let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return minutes < 60
      ? "\(minutes):\(digits(rest))" : "\(minutes / 60):\(digits(minutes % 60)):\(digits(rest))"
  }
}
