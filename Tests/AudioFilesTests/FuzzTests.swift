import Foundation
import ReaderFuzz
import Testing

/// Spoilt files are read or refused, and never crash, hang or give nonsense.
///
/// `swift run -c release AudioFilesFuzz` does the same with 10,000 files and more.
struct FuzzTests {
  @Test(.timeLimit(.minutes(60)))
  func spoiltFilesDoNoHarm() throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../samples").standardizedFileURL
    let tally = try ReaderFuzz(samples: samples).run(mutations: 420, seed: 7)
    // The mutator spoils some and leaves others readable, or it tests nothing.
    #expect(tally.read > 100)
    #expect(tally.mended > 10)
    #expect(tally.refused.values.reduce(0, +) > 50)
  }

  @Test(.timeLimit(.minutes(60)))
  func whatDamageCostsIsTold() throws {
    let tally = try DamageCampaign().run(files: 180, seed: 3)
    #expect(tally.unaccounted == [])
    #expect(tally.told > 60)
    #expect(tally.read > tally.told)
  }
}
