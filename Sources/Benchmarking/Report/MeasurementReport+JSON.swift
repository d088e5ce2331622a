import Reporting

extension MeasurementReport {
  /// The report as one JSON object; delays are in milliseconds.
  public var json: [UInt8] {
    var text = JSONText(brokenLevels: 2)
    text.beginObject()
    text.name("benchmark")
    text.value(title)
    text.name("setting")
    text.beginObject()
    for item in setting {
      text.name(item.key)
      text.value(item.value)
    }
    text.endObject()
    text.name("figures")
    text.beginObject()
    for figure in figures {
      text.name(figure.key)
      if let value = figure.value { text.value(value, places: figure.places) } else { text.null() }
    }
    text.endObject()
    text.name("delays_ms")
    text.beginObject()
    for delay in delays {
      text.name(delay.key)
      text.write(delay)
    }
    text.endObject()
    text.endObject()
    text.endLine()
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func write(_ delay: MeasurementReport.Delays) {
    let histogram = delay.histogram
    beginObject()
    name("count")
    value(histogram.count)
    for (key, percentage) in MeasurementReport.percentages {
      name(key)
      milliseconds(histogram.percentile(percentage), of: histogram)
    }
    name("max")
    milliseconds(histogram.maximum, of: histogram)
    if let missed = delay.missed {
      name("missed")
      value(missed)
    }
    if let spurious = delay.spurious {
      name("false")
      value(spurious)
    }
    endObject()
  }

  private mutating func milliseconds(_ nanoseconds: Int, of histogram: DelayHistogram) {
    if histogram.count == 0 { null() } else { value(Double(nanoseconds) / 1e6, places: 4) }
  }
}
