import Conversation

/// Finds sentences that say again what the other has just said: its numbers first, then its words.
struct PlaybackFinder {
  /// How far back the other's words count.
  static let memory = SampleTime(seconds: 15)
  /// The least share of a sentence's words that the other has said.
  private static let leastShare = 0.5

  struct Playback: Equatable {
    /// The share of the sentence's words that the other has said, from 0 to 1.
    var share: Double
    /// The other's words that came again, from the first to the last.
    var heard: Range<Int>
  }

  /// What the other said before a sentence: the words and their forms.
  struct Heard {
    let words: [Word]
    let forms: [String]
    let homes: [Int]

    init(_ words: ArraySlice<Word>) {
      let sentence = Sentence(.customer, Array(words))
      self.words = sentence.words
      forms = sentence.forms
      homes = sentence.homes
    }
  }

  static func playback(of heard: Heard, in sentence: Sentence) -> Playback? {
    let said = items(of: sentence.forms)
    guard !said.isEmpty else { return nil }
    var places: [Int] = []
    var found = 0
    var hasFact = false
    let runs = Numerals.runs(in: heard.forms)
    let stems = stems(of: heard.forms, runs)
    for item in said {
      switch item {
      case .number(let run):
        guard let place = runs.first(where: { $0.holds(run) })?.range else { continue }
        places += [place.lowerBound, place.upperBound - 1]
        hasFact = hasFact || run.isFact
        found += 1
      case .word(let stem):
        guard let place = stems[stem] else { continue }
        places.append(place)
        found += 1
      }
    }
    let share = Double(found) / Double(said.count)
    let isEcho = said.count == 1 && sentence.forms.count <= 4 && said[0].isTelling
    guard let first = places.min(), let last = places.max(),
      hasFact || found >= 2 && share >= leastShare || found == 1 && isEcho
    else { return nil }
    return Playback(share: share, heard: heard.homes[first]..<heard.homes[last] + 1)
  }

  private enum Item: Equatable {
    case number(Numerals.Run)
    case word(String)

    /// Whether it says something alone.
    var isTelling: Bool {
      switch self {
      case .number(let run): run.isFact
      case .word(let stem): stem.count >= 5
      }
    }
  }

  private static func items(of forms: [String]) -> [Item] {
    let runs = Numerals.runs(in: forms)
    var items = runs.map(Item.number)
    for (index, form) in forms.enumerated() where !runs.contains(where: { $0.range ~= index }) {
      guard let stem = ContentWords.stem(form), !items.contains(.word(stem)) else { continue }
      items.append(.word(stem))
    }
    return items
  }

  private static func stems(of forms: [String], _ runs: [Numerals.Run]) -> [String: Int] {
    var stems: [String: Int] = [:]
    for (index, form) in forms.enumerated() where !runs.contains(where: { $0.range ~= index }) {
      if let stem = ContentWords.stem(form) { stems[stem] = index }
    }
    return stems
  }
}

extension Numerals.Run {
  /// Whether it is more than a small count that comes up by itself.
  var isFact: Bool { digits.count >= 3 || values.contains { $0 >= 10 } }

  /// Whether another run says the same, or a part of it.
  func holds(_ other: Numerals.Run) -> Bool {
    if digits == other.digits { return true }
    guard other.isFact else { return false }
    if digits.contains(other.digits) { return true }
    return other.values.contains { $0 >= 10 && values.contains($0) }
  }
}
