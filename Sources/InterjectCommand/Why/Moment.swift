import ArgumentParser
import Conversation

/// A moment of a recording as people write it: `47.5`, `0:47`, `1:02:03`.
struct Moment {
  let time: SampleTime

  init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    let isPossible =
      (1...3).contains(parts.count) && numbers.count == parts.count
      && numbers.allSatisfy { (0...1_000_000).contains($0) }
      && numbers.dropFirst().allSatisfy { $0 < 60 }
    guard isPossible else {
      throw ValidationError("'\(text)' is not a time: write m:ss, h:mm:ss or seconds.")
    }
    time = SampleTime(seconds: numbers.reduce(0) { $0 * 60 + $1 })
  }
}
