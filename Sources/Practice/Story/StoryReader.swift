import Conversation
import Preferences

/// Reads a story from TOML: a table for each piece, reaction and fact.
struct StoryReader {
  /// What a recording that is named in the text holds, at 16 kHz.
  typealias Recording = (_ name: String) throws -> [Float]
  /// What a line sounds like that no recording has, at 16 kHz.
  typealias Voice = (_ text: String, _ voice: StoryVoice) throws -> [Float]

  private typealias Table = [String: SettingsText.Entry]

  /// The pauses that a piece may have, in seconds.
  private static let possiblePauses = 0.0...10.0
  private static let heads = ["title", "opening", "sound", "voice", "speed", "pitch"]
  private static let pieceKeys = [
    "text", "sound", "begin", "end", "pause", "after", "level", "next", "encouraged", "interrupted",
  ]
  private static let lineKeys = ["text", "sound", "begin", "end"]
  private static let factKeys = ["text", "words"]

  private let path: String
  private let recording: Recording
  private let speak: Voice
  private var head: Table = [:]
  private var names: [String: [String]] = [:]
  private var tables: [String: Table] = [:]
  private var samples: [Float] = []
  private var places: [String: Range<Int>] = [:]

  /// Reads the text of a file.
  init(
    _ text: String, path: String, recording: @escaping Recording, speak: @escaping Voice
  ) throws {
    self.path = path
    self.recording = recording
    self.speak = speak
    let entries: [SettingsText.Entry]
    do throws(SettingsText.Fault) {
      entries = try SettingsText(text).entries
    } catch {
      throw StoryError(
        .notStory, at: "\(path):\(error.line)", "\(error.problem); correct that line")
    }
    for entry in entries { try sort(entry) }
  }

  /// The story.
  mutating func story(name: String) throws -> Story {
    let pieceNames = names["piece"] ?? []
    guard !pieceNames.isEmpty else {
      throw StoryError(.notStory, at: path, "has no [piece.NAME]; docs/practice.md shows a story")
    }
    var pieces: [StoryPiece] = []
    for (index, piece) in pieceNames.enumerated() {
      pieces.append(try read(piece, at: index, among: pieceNames))
    }
    let facts = try (names["fact"] ?? []).map { try fact($0) }
    let interrupted = try reaction("interrupted")
    let silence = try reaction("silence")
    return Story(
      name: name, title: try text("title", of: head) ?? name,
      opening: try text("opening", of: head) ?? "", pieces: pieces,
      whenInterrupted: interrupted, whenSilent: silence, facts: facts, samples: samples)
  }

  /// Puts an entry into its table.
  private mutating func sort(_ entry: SettingsText.Entry) throws {
    let parts = entry.key.split(separator: ".").map(String.init)
    if parts.count == 1, Self.heads.contains(parts[0]) {
      head[parts[0]] = entry
      return
    }
    let keys: [String: [String]] = [
      "piece": Self.pieceKeys, "reaction": Self.lineKeys, "fact": Self.factKeys,
    ]
    guard parts.count == 3, let known = keys[parts[0]] else {
      throw fault(
        entry,
        "\"\(entry.key)\" does not belong in a story; write [piece.NAME], [reaction.NAME] or [fact.NAME]"
      )
    }
    guard known.contains(parts[2]) else {
      throw fault(
        entry,
        "there is no \"\(parts[2])\" in [\(parts[0]).NAME]; write "
          + known.joined(separator: ", "))
    }
    if parts[0] == "reaction", !["interrupted", "silence"].contains(parts[1]) {
      throw fault(entry, "there is no reaction \"\(parts[1])\"; write interrupted or silence")
    }
    let table = "\(parts[0]).\(parts[1])"
    if tables[table] == nil { names[parts[0], default: []].append(parts[1]) }
    tables[table, default: [:]][parts[2]] = entry
  }

  private mutating func read(
    _ name: String, at index: Int, among names: [String]
  ) throws -> StoryPiece {
    let table = tables["piece.\(name)"] ?? [:]
    let usual = index + 1 < names.count ? index + 1 : nil
    var piece = StoryPiece(
      name: name, line: try line(table, "piece.\(name)"), continuation: .answer, next: usual)
    if let pause = try number("pause", of: table, in: Self.possiblePauses) {
      piece.continuation = .pause(SampleTime(seconds: pause))
    }
    if let after = table["after"] {
      guard after.value == .text("answer"), table["pause"] == nil else {
        throw fault(after, "after must be \"answer\", without a pause")
      }
    } else if table["pause"] == nil {
      piece.continuation = .pause(SampleTime(seconds: 0.5))
    }
    if let level = table["level"] {
      guard case .text(let word) = level.value, let known = StoryDifficulty(rawValue: word) else {
        throw fault(level, "level must be \"easy\", \"medium\" or \"hard\"")
      }
      piece.level = known
    }
    piece.next = try target("next", of: table, among: names, or: usual)
    piece.encouraged = try target("encouraged", of: table, among: names, or: nil)
    piece.interrupted = try target("interrupted", of: table, among: names, or: nil)
    return piece
  }

  private mutating func reaction(_ name: String) throws -> StoryLine? {
    guard let table = tables["reaction.\(name)"] else { return nil }
    return try line(table, "reaction.\(name)")
  }

  private func fact(_ name: String) throws -> StoryFact {
    let table = tables["fact.\(name)"] ?? [:]
    guard let words = try text("words", of: table), !words.isEmpty else {
      throw StoryError(.notStory, at: path, "[fact.\(name)] has no words = \"…\"")
    }
    let groups = words.lowercased().split(separator: ",").map { group in
      group.split(separator: "|").map { $0.trimmed }
    }
    return StoryFact(text: try text("text", of: table) ?? name, words: groups)
  }

  /// The words of a table and the stretch in which they are said.
  private mutating func line(_ table: Table, _ name: String) throws -> StoryLine {
    let words = try text("text", of: table) ?? ""
    guard let file = try text("sound", of: table) ?? text("sound", of: head) else {
      guard !words.isEmpty else {
        throw StoryError(
          .notStory, at: path, "[\(name)] has neither text nor sound: write what is said")
      }
      let spoken = try speak(words, try voice())
      return StoryLine(text: words, sound: append(spoken))
    }
    let whole = try place(of: file)
    let end = Double(whole.count) / 16_000
    let begin = try number("begin", of: table, in: 0...end) ?? 0
    let stop = try number("end", of: table, in: begin...max(begin, end + 0.001)) ?? end
    let stretch = whole.lowerBound + Int(begin * 16_000)
    let last = min(whole.upperBound, whole.lowerBound + Int((stop * 16_000).rounded()))
    guard last - stretch >= 1600 else {
      throw StoryError(
        .notStory, at: path, "[\(name)] has less than 0.1 s of \(file); correct begin and end")
    }
    return StoryLine(text: words, sound: stretch..<last)
  }

  private mutating func place(of file: String) throws -> Range<Int> {
    if let known = places[file] { return known }
    let place = append(try recording(file))
    places[file] = place
    return place
  }

  private mutating func append(_ sound: [Float]) -> Range<Int> {
    let start = samples.count
    samples += sound
    return start..<samples.count
  }

  private func voice() throws -> StoryVoice {
    var voice = StoryVoice()
    if let name = try text("voice", of: head) { voice.name = name }
    if let speed = try number("speed", of: head, in: 80...450) { voice.speed = Int(speed) }
    if let pitch = try number("pitch", of: head, in: 0...99) { voice.pitch = Int(pitch) }
    return voice
  }

  private func text(_ key: String, of table: Table) throws -> String? {
    guard let entry = table[key] else { return nil }
    guard case .text(let text) = entry.value else {
      throw fault(entry, "\(key) must be text in quotes")
    }
    return text
  }

  private func number(
    _ key: String, of table: Table, in possible: ClosedRange<Double>
  ) throws -> Double? {
    guard let entry = table[key] else { return nil }
    guard case .number(let number) = entry.value, possible.contains(number) else {
      throw fault(
        entry, "\(key) must be a number from \(possible.lowerBound) to \(possible.upperBound)")
    }
    return number
  }

  /// The piece that a key leads to; `end` ends the story.
  private func target(
    _ key: String, of table: Table, among names: [String], or usual: Int?
  ) throws -> Int? {
    guard let entry = table[key] else { return usual }
    if entry.value == .text("end") { return nil }
    guard case .text(let name) = entry.value, let index = names.firstIndex(of: name) else {
      throw fault(entry, "\(key) must be the name of a piece, or \"end\"")
    }
    return index
  }

  private func fault(_ entry: SettingsText.Entry, _ problem: String) -> StoryError {
    StoryError(.notStory, at: "\(path):\(entry.line)", problem)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
