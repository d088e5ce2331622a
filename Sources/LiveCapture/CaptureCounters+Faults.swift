import AlsaCapture

extension CaptureCounters {
  /// What went wrong, as a list for a sentence; nil when nothing did.
  var faults: String? {
    let counts = [
      (overruns, "overrun"), (stalls, "stall"), (suspensions, "suspension"),
      (ioErrors, "failed read"), (losses, "loss"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { count, noun in
      guard count > 1 else { return "1 \(noun)" }
      return "\(count) \(noun)" + (noun.hasSuffix("s") ? "es" : "s")
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
