import Conversation
import Foundation
import Testing

@testable import TurnTaking

/// The engine's evidence and odds are the training recipe's, on the scenes that it wrote down.
@Suite struct LearnedEvidenceTests {
  private struct Golden {
    var scenes: [Int: PartyPair<[Range<Int>]>] = [:]
    var looks: [(scene: Int, look: LearnedScene.Look)] = []

    init() throws {
      let file = Bundle.module.bundleURL.appending(path: "Golden/interruption-evidence.txt")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let fields = line.split(separator: " ")
        guard fields.count > 3, let scene = Int(fields[1]) else { continue }
        let party: Party = fields[2] == "0" ? .agent : .customer
        if fields[0] == "scene" {
          let spans = fields[3...].map { $0.split(separator: "-").compactMap { Int($0) } }
          scenes[scene, default: PartyPair(repeating: [])][party] = spans.map { $0[0]..<$0[1] }
          continue
        }
        let numbers = fields[3...].compactMap { Float($0) }
        looks.append(
          (
            scene,
            LearnedScene.Look(
              kind: String(fields[0]), party: party, onset: Int(numbers[0]),
              settled: Int(numbers[1]), evidence: Array(numbers[2..<numbers.count - 1]),
              logit: numbers[numbers.count - 1])
          ))
      }
    }
  }

  @Test func evidenceAndOddsAgreeWithTheRecipe() throws {
    let golden = try Golden()
    #expect(golden.looks.count >= 50)
    let scenes = golden.scenes.mapValues { LearnedScene($0, frames: 1000) }
    for (number, expected) in golden.looks {
      let heard = scenes[number]?.looks.first {
        $0.kind == expected.kind && $0.party == expected.party && $0.onset == expected.onset
          && $0.settled == expected.settled
      }
      let look = try #require(heard, "scene \(number): \(expected)")
      for (mine, recipe) in zip(look.evidence, expected.evidence) {
        #expect(abs(mine - recipe) < 0.01, "scene \(number): \(look.evidence) \(expected)")
      }
      #expect(abs(look.logit - expected.logit) < 0.01, "scene \(number): \(expected)")
    }
  }

  @Test(arguments: [-8.0, -2.2, -0.3, 0, 0.1, 1.7, 3.3, 5.9, 9]) func probabilitiesAreLogistic(
    logit: Double
  ) {
    let exact = 1 / (1 + exp(-logit))
    #expect(abs(Odds.probability(Float(logit)) - exact) < 0.005)
  }
}
