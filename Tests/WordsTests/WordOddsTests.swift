import Conversation
import Foundation
import Testing

@testable import Words

@Suite("The odds with words")
struct WordOddsTests {
  @Test("They are those of the training recipe")
  func golden() throws {
    let url = try #require(
      Bundle.module.url(forResource: "word-odds", withExtension: "txt", subdirectory: "Golden"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 40)
    for line in lines {
      let fields = line.split(separator: " ").map(String.init)
      let words = fields[5..<fields.count - 1].filter { $0 != "-" }
      let outcomes: [String: InterruptionOutcome] = ["taken": .floorTaken, "kept": .floorKept]
      let logit = WordOdds.logit(
        timing: try #require(Float(fields[0])), listed: words.map { $0.first == "l" },
        starts: words.map { Float($0.dropFirst()) ?? .nan },
        heard: try #require(Float(fields[1])), outcome: outcomes[fields[2]] ?? .unknown,
        length: try #require(Float(fields[3])), rest: try #require(Float(fields[4])))
      let expected = try #require(fields.last.flatMap(Float.init))
      #expect(abs(logit - expected) < 0.002, "\(line)")
    }
  }

  @Test("Claiming words raise them, agreeing words lower them")
  func direction() {
    func odds(_ listed: [Bool]) -> Float {
      WordOdds.logit(
        timing: 0, listed: listed, starts: listed.indices.map { 0.3 * Float($0) }, heard: 2,
        outcome: .floorKept, length: 1.5, rest: 2)
    }
    #expect(odds([false, false, false, false, false]) > odds([true, false, false]))
    #expect(odds([true, false, false]) > odds([true, true, true]))
  }
}
