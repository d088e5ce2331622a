import Foundation
import ReaderFuzz
import Testing

/// Spoilt files are read or refused, and never crash, hang or give nonsense.
///
/// `swift run -c release AudioFilesFuzz` does the same with 10,000 files and more.
struct FuzzTests {
  @Test(.timeLimit(.minutes(2)))
  func spoiltFilesDoNoHarm() throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../samples").standardizedFileURL
    let tally = try ReaderFuzz(samples: samples).run(mutations: 420, seed: 7)
    // The mutator spoils some and leaves others readable, or it tests nothing.
    #expect(tally.read > 100)
    #expect(tally.mended > 10)
    #expect(tally.refused.values.reduce(0, +) > 50)
  }
}
