import Benchmarking
import Testing

@Suite("Delay histogram")
struct DelayHistogramTests {
  @Test("Percentiles are those of the recorded delays, to three digits")
  func percentiles() {
    var histogram = DelayHistogram()
    for delay in 1...1000 { histogram.record(delay * 1_000_000) }
    #expect(histogram.count == 1000)
    for (percentage, expected) in [(50.0, 500e6), (90, 900e6), (99, 990e6), (99.9, 999e6)] {
      #expect(abs(Double(histogram.percentile(percentage)) / expected - 1) < 0.002)
    }
    #expect(histogram.minimum == 1_000_000)
    #expect(histogram.maximum == 1_000_000_000)
  }

  @Test("A delay counted in frames is told as it was", arguments: [10, 70, 140, 430, 1280])
  func wholeFrames(milliseconds: Int) {
    var histogram = DelayHistogram()
    histogram.record(1_000_000)
    for _ in 0..<8 { histogram.record(milliseconds * 1_000_000) }
    histogram.record(2_000_000_000)
    #expect(histogram.percentile(50) == milliseconds * 1_000_000)
  }

  @Test("An event before its onset counts as no delay, a huge one as the longest")
  func limits() {
    var histogram = DelayHistogram()
    histogram.record(-5)
    histogram.record(.max)
    #expect(histogram.count == 2)
    #expect(histogram.percentile(50) == 0)
    #expect(histogram.maximum == DelayHistogram.longest)
  }

  @Test("Neighbouring ranges count each delay once")
  func ranges() {
    var histogram = DelayHistogram()
    for delay in [20, 30, 30, 40] { histogram.record(delay * 1_000_000) }
    let counts = stride(from: 0, to: 60_000_000, by: 10_000_000).map {
      histogram.count(in: $0..<$0 + 10_000_000)
    }
    #expect(counts == [0, 0, 1, 2, 1, 0])
  }

  @Test("An empty histogram has no percentiles")
  func empty() {
    let histogram = DelayHistogram()
    #expect(histogram.percentile(99) == 0)
    #expect(histogram.maximum == 0)
  }
}
