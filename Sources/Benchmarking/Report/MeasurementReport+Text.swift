extension MeasurementReport {
  static let percentages = [("p50", 50.0), ("p90", 90.0), ("p99", 99.0), ("p99_9", 99.9)]

  /// The report as lines of text; delays are in milliseconds.
  public var lines: [String] {
    var lines = [title]
    let labels = setting.map(\.key) + figures.map(\.label) + delays.map(\.label)
    let width = (labels.map(\.count).max() ?? 0) + 2
    for item in setting { lines.append("  " + item.key.widened(width) + item.value) }
    if !figures.isEmpty { lines.append("") }
    for figure in figures {
      let value = figure.value?.fixed(figure.places) ?? "-"
      let unit = figure.unit.isEmpty ? "" : " " + figure.unit
      if figure.label.isEmpty, let line = lines.popLast() {
        lines.append(line + ", " + value + unit)
      } else {
        lines.append("  " + figure.label.widened(width) + value.right(10) + unit)
      }
    }
    guard !delays.isEmpty else { return lines }
    let counts = delays.contains { $0.missed != nil }
    let heads =
      ["count", "median", "90 %", "99 %", "99.9 %", "max"] + (counts ? ["missed", "false"] : [])
    var unit: DelayUnit?
    for delay in delays {
      if delay.unit != unit {
        let head = "delay in \(delay.unit.symbol)".widened(width)
        lines += ["", "  " + head + heads.map { $0.right(9) }.joined()]
        unit = delay.unit
      }
      lines.append("  " + delay.label.widened(width) + row(delay, counts))
    }
    for delay in delays where delay.histogram.count > 1 {
      lines += ["", "  \(delay.label), \(delay.unit.symbol)"] + bars(delay)
    }
    return lines
  }

  private func row(_ delay: Delays, _ counts: Bool) -> String {
    let histogram = delay.histogram
    let values =
      Self.percentages.map { histogram.percentile($0.1) } + [histogram.maximum]
    var cells = ["\(histogram.count)"]
    cells += values.map { histogram.count == 0 ? "-" : delay.unit.text($0) }
    if counts { cells += [delay.missed, delay.spurious].map { $0.map { "\($0)" } ?? "-" } }
    return cells.map { $0.right(9) }.joined()
  }

  /// Up to a dozen bars of equal steps up to the 99.9th percentile; the last takes what is beyond.
  private func bars(_ delay: Delays) -> [String] {
    let histogram = delay.histogram
    let step = Self.step(upTo: histogram.percentile(99.9))
    var lines: [String] = []
    var ranges: [(text: String, count: Int)] = []
    var low = histogram.percentile(0) / step * step
    while low <= histogram.percentile(99.9) {
      let text = delay.unit.text(low) + " - " + delay.unit.text(low + step).widened(5)
      ranges.append((text, histogram.count(in: low..<low + step)))
      low += step
    }
    let beyond = histogram.count(in: low..<2 * DelayHistogram.longest)
    if beyond > 0 { ranges.append((delay.unit.text(low) + " - more ", beyond)) }
    let most = ranges.map(\.count).max() ?? 1
    for range in ranges {
      // A bar says at least that there is something.
      let length = range.count == 0 ? 0 : max(1, range.count * 40 / most)
      let bar = String(repeating: "#", count: length)
      lines.append("  " + range.text.right(15) + "  " + bar.widened(41) + "\(range.count)")
    }
    return lines
  }

  /// A step of 1, 2 or 5 times a power of ten that divides a length into a dozen at most.
  private static func step(upTo length: Int) -> Int {
    var step = 1
    while true {
      for factor in [1, 2, 5] where length / (step * factor) < 12 { return step * factor }
      step *= 10
    }
  }
}

extension MeasurementReport.DelayUnit {
  fileprivate var symbol: String { self == .milliseconds ? "ms" : "us" }

  /// Three digits, as many as the histogram keeps.
  fileprivate func text(_ nanoseconds: Int) -> String {
    let unit = self == .milliseconds ? 1_000_000 : 1_000
    let places = nanoseconds < 10 * unit ? 3 : nanoseconds < 100 * unit ? 1 : 0
    return (Double(nanoseconds) / Double(unit)).fixed(places)
  }
}

extension String {
  fileprivate func widened(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate func right(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

extension Double {
  /// The number with so many decimals.
  fileprivate func fixed(_ places: Int) -> String {
    guard isFinite, magnitude < 1e15 else { return "-" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((magnitude * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let part = String(scaled % Int(scale))
    return "\(sign)\(whole)." + String(repeating: "0", count: places - part.count) + part
  }
}
