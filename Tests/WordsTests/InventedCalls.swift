import Conversation
import Foundation
import Testing

@testable import Words

/// The sentences of a file of invented calls, laid out in time.
struct InventedCalls {
  struct Line {
    let party: Party
    let labels: Set<Character>
    let text: String
    var interval = Interval(start: .zero, end: .zero)
  }

  /// A call's lines, with times.
  private(set) var calls: [[Line]] = []

  init(_ name: String) throws {
    let place = try #require(
      Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Calls"))
    let text = try String(contentsOf: place, encoding: .utf8)
    for call in text.components(separatedBy: "\n\n") {
      var lines: [Line] = []
      var now = 0.5
      for row in call.split(separator: "\n") {
        let fields = row.split(separator: " ", maxSplits: 2)
        let party: Party = fields[0] == "A" ? .agent : .customer
        now += lines.last.map { $0.party == party ? 0.6 : 0.4 } ?? 0
        var line = Line(party: party, labels: Set(fields[1]), text: String(fields[2]))
        let end = now + 0.3 * Double(line.text.split(separator: " ").count)
        line.interval = Interval(start: SampleTime(seconds: now), end: SampleTime(seconds: end))
        now = end
        lines.append(line)
      }
      calls.append(lines)
    }
  }

  /// A call's words; bare ones are as a recognizer without punctuation writes them.
  static func words(of call: [Line], isBare: Bool) -> PartyPair<[Word]> {
    var words = PartyPair<[Word]>(repeating: [])
    for line in call {
      for (index, word) in line.text.split(separator: " ").enumerated() {
        let start = line.interval.start + SampleTime(seconds: 0.3 * Double(index))
        let text =
          isBare ? word.lowercased().filter { $0.isLetter || "'-".contains($0) } : String(word)
        words[line.party].append(
          Word(text, Interval(start: start, end: start + SampleTime(seconds: 0.3))))
      }
    }
    return words
  }

  /// Right and wrong finds of an act, and the misses.
  struct Score: CustomStringConvertible {
    var right = 0
    var wrong: [String] = []
    var missed: [String] = []

    var precision: Double { Double(right) / Double(max(right + wrong.count, 1)) }
    var recall: Double { Double(right) / Double(max(right + missed.count, 1)) }
    /// The lower end of the 95 % interval of a share, after Wilson.
    static func interval(_ right: Int, of all: Int) -> String {
      guard all > 0 else { return "–" }
      let (z, n, p) = (1.96, Double(all), Double(right) / Double(all))
      let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
      let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
      return String(format: "%.2f–%.2f", middle - half, middle + half)
    }
    var description: String {
      let found = right + wrong.count
      let all = right + missed.count
      return String(format: "P %.2f (", precision) + Self.interval(right, of: found)
        + String(format: "), R %.2f (", recall) + Self.interval(right, of: all)
        + "), n \(all)"
    }
  }

  /// The score of the events that a label stands for, of the agent only or of both.
  func score(
    _ label: Character, of parties: Set<Party>, isBare: Bool = false,
    _ isHit: (WordEvent) -> Bool
  ) -> Score {
    var score = Score()
    for call in calls {
      let words = Self.words(of: call, isBare: isBare)
      let speech = PartyPair(
        agent: call.filter { $0.party == .agent }.map(\.interval),
        customer: call.filter { $0.party == .customer }.map(\.interval))
      let found = ListeningActs(keepsText: true).find(
        in: words, speech: speech, language: "en", source: "test")
      let hits = found.events.filter { parties.contains($0.party) && isHit($0) }
      for line in call where parties.contains(line.party) {
        let isFound = hits.contains { $0.party == line.party && line.holds($0) }
        switch (isFound, line.labels.contains(label)) {
        case (true, true): score.right += 1
        case (true, false): score.wrong.append(line.text)
        case (false, true): score.missed.append(line.text)
        case (false, false): break
        }
      }
    }
    return score
  }
}

extension InventedCalls.Line {
  fileprivate func holds(_ event: WordEvent) -> Bool {
    if case .cutInPause(_, let start, _, _) = event { return start == interval.start }
    let middle = (event.interval.start.ticks + event.interval.end.ticks) / 2
    return interval.start.ticks <= middle && middle < interval.end.ticks
  }
}
