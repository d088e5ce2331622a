import Glibc

/// One line on stderr that says how far the work is; only on a terminal, and not for short work.
struct ProgressLine {
  private static let patience = 2.0

  private let isShown: Bool
  private let begun: Double
  private var last = -1
  private var isDrawn = false

  init() {
    isShown = isatty(STDERR_FILENO) == 1
    begun = ProgressLine.now()
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Shows the part done, where it is known.
  mutating func show(_ part: Double?) {
    guard isShown, let part else { return }
    let percent = Int(min(max(part, 0), 1) * 100)
    guard percent != last, ProgressLine.now() - begun >= Self.patience else { return }
    last = percent
    isDrawn = true
    StandardError.write("\ranalyzing: \(percent) %")
  }

  /// Takes the line away.
  mutating func erase() {
    if isDrawn { StandardError.write("\r\u{1B}[K") }
    isDrawn = false
  }
}
