import Conversation
import Foundation
import Testing

@testable import Words

@Suite("Listening acts of invented calls")
struct ListeningActsTests {
  private static func isQuestion(_ event: WordEvent) -> Bool {
    if case .question = event { true } else { false }
  }
  private static func isOpen(_ event: WordEvent) -> Bool {
    if case .question(_, _, isOpen: true, _, _) = event { true } else { false }
  }
  private static func isPlayback(_ event: WordEvent) -> Bool {
    if case .playback = event { true } else { false }
  }
  private static func isCut(_ event: WordEvent) -> Bool {
    if case .cutInPause = event { true } else { false }
  }
  private static func isPhrase(_ kind: PhraseKind) -> (WordEvent) -> Bool {
    { event in if case .phrase(_, _, kind, _) = event { true } else { false } }
  }
  private static let kinds: [(Character, PhraseKind)] = [
    ("i", .invitation), ("k", .clarifying), ("g", .appreciation), ("s", .apology), ("t", .thanks),
    ("r", .reassurance), ("f", .followUp), ("x", .closing),
  ]

  /// The files whose sentences must not be read by anyone who writes rules.
  private static let measuredOnly = ["held-out", "second-author"]

  /// Prints what is measured, for the documents, where asked to.
  @Test(
    "The figures of the documents",
    .enabled(if: ProcessInfo.processInfo.environment["INTERJECT_WORD_FIGURES"] != nil),
    arguments: ["known", "independent", "held-out", "second-author"])
  func figures(name: String) throws {
    let calls = try InventedCalls(name)
    let both: Set<Party> = [.agent, .customer]
    for isBare in [false, true] {
      var rows: [(String, InventedCalls.Score)] = [
        ("question", calls.score("q", of: both, isBare: isBare, Self.isQuestion)),
        ("open", calls.score("o", of: [.agent], isBare: isBare, Self.isOpen)),
        ("playback", calls.score("p", of: [.agent], isBare: isBare, Self.isPlayback)),
        ("cut", calls.score("c", of: [.agent], isBare: isBare, Self.isCut)),
      ]
      for (label, kind) in Self.kinds {
        let parties = kind == .closing ? both : [.agent]
        rows.append(
          (kind.rawValue, calls.score(label, of: parties, isBare: isBare, Self.isPhrase(kind))))
      }
      for (act, score) in rows {
        print("\(name)\(isBare ? " bare" : ""): \(act): \(score)")
        guard !Self.measuredOnly.contains(name) else { continue }
        for text in score.wrong { print("    wrong: \(text)") }
        for text in score.missed { print("    missed: \(text)") }
      }
    }
  }

  @Test(
    "Acts of calls that the rules were not made on are found as well as the documents say",
    arguments: measuredOnly)
  func heldOut(name: String) throws {
    let calls = try InventedCalls(name)
    let both: Set<Party> = [.agent, .customer]
    let question = calls.score("q", of: both, Self.isQuestion)
    #expect(question.precision >= 0.85 && question.recall >= 0.8)
    #expect(calls.score("o", of: [.agent], Self.isOpen).precision >= 0.8)
    #expect(calls.score("x", of: both, Self.isPhrase(.closing)).precision >= 0.9)
    #expect(calls.score("c", of: [.agent], Self.isCut).precision >= 0.8)
    #expect(calls.score("p", of: [.agent], Self.isPlayback).precision >= 0.8)
  }
}
