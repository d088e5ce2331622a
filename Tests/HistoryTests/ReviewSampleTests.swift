import Foundation
import Pages
import Testing

@testable import History

struct ReviewSampleTests {
  private func result(flags: Int, overlaps: Int, starts: Int) -> Data {
    let list = { (count: Int, text: (Int) -> String) in
      (0..<count).map(text).joined(separator: "\n")
    }
    return Data(
      """
      {"session":{"source":"x.wav","parties":{"agent":"left","customer":"right"}},
      "summary":{"reliable":true},
      "speech":[\(list(flags + overlaps) { "{\"party\":\"agent\",\"start\":\($0 * 10),\"end\":\($0 * 10 + 2)}," })
      {"party":"customer","start":0,"end":1}],
      "interruptions":[\(list(flags) { "{\"id\":\($0),\"party\":\"agent\",\"start\":\($0 * 10),\"outcome\":\"floor_kept\"}" }.replacing("\n", with: ","))],
      "overlaps":[\(list(flags + overlaps) { "{\"by\":\"agent\",\"start\":\($0 * 10)}," })
      {"by":"agent","start":2.1}],
      "transitions":[\(list(starts) { "{\"to\":\"customer\",\"offset\":0.4,\"start\":\($0 * 10 + 5)}," })
      {"to":"customer","offset":-0.4,"start":3}]}
      """.utf8)
  }

  @Test("each kind is counted whole and drawn to its size; what goes on is no start")
  func strata() throws {
    var sample = ReviewSample(size: 4, seed: "1")
    try sample.add(json: result(flags: 3, overlaps: 20, starts: 9), file: "a.json")
    try sample.add(json: result(flags: 3, overlaps: 20, starts: 9), file: "b.json")
    #expect(sample.population == [.flag: 6, .overlap: 40, .silence: 18] && sample.calls == 2)
    #expect(ReviewStratum.allCases.allSatisfy { sample.items[$0]?.count == 4 })
    #expect(sample.items[.overlap]?.allSatisfy { $0.start >= 30 && $0.flag == nil } == true)
    #expect(sample.items[.flag]?.allSatisfy { $0.flag?.outcome == "floor_kept" } == true)
    #expect(sample.shuffled().count == 12)
  }

  @Test("every moment is as likely to be drawn as any other")
  func uniformity() throws {
    var counts = [Double: Int]()
    for seed in 0..<400 {
      var sample = ReviewSample(size: 5, seed: "\(seed)")
      try sample.add(json: result(flags: 20, overlaps: 0, starts: 0), file: "a.json")
      for item in sample.items[.flag] ?? [] { counts[item.start, default: 0] += 1 }
    }
    // 100 each are expected, with a standard deviation of 8.7.
    #expect(counts.count == 20 && counts.values.allSatisfy { (60...140).contains($0) })
  }

  @Test("the same seed draws the same, and nothing that is no result is taken")
  func repetition() throws {
    let draw = { (seed: String) in
      var sample = ReviewSample(size: 3, seed: seed)
      try sample.add(json: result(flags: 30, overlaps: 30, starts: 30), file: "a.json")
      return sample.shuffled()
    }
    #expect(try draw("1") == draw("1"))
    #expect(try draw("1") != draw("2"))
    var sample = ReviewSample(size: 3, seed: "1")
    #expect(throws: HistoryError.self) { try sample.add(json: Data("[]".utf8), file: "a.json") }
  }

  @Test(
    "the page shows the reviewer nothing of where a moment comes from, and keeps it for the answers"
  )
  func page() throws {
    var sample = ReviewSample(size: 2, seed: "1")
    try sample.add(json: result(flags: 3, overlaps: 3, starts: 3), file: "a</script>.json")
    let items = sample.shuffled().map { (item: $0, clip: nil as SoundClip?) }
    let text = String(
      decoding: ReviewPage(items, of: sample, version: "1").bytes, as: UTF8.self)
    let parts = text.split(separator: "<script type=\"application/json\"")
    #expect(parts.count == 2 && !parts[0].contains("stratum"))
    #expect(parts[1].contains("\"population\":{\"flag\":3,\"overlap\":3,\"silence\":3}"))
    #expect(text.matches(of: /<\/script>/).count == 2)
  }
}
