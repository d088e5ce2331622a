import FoundationEssentials

extension SpeechSegments {
  /// The event stream of this program, or an object a line with `start`, `end` and `speaker`.
  mutating func readJSONLines(_ text: String) throws(Fault) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let object = JSONItem(json: Data(line.utf8))?.members
      else { throw Fault(line: index + 1, problem: "it is not a JSON object") }
      if let problem = add(object) { throw Fault(line: index + 1, problem: problem) }
    }
  }

  /// A report of this program, or what WhisperX writes: an object with `segments`, their `words` and
  /// their `speaker`.
  mutating func readJSON(_ text: String) throws(Fault) {
    guard let object = JSONItem(json: Data(text.utf8))?.members
    else { throw Fault(line: nil, problem: "it is not a JSON object") }
    let lists = ["segments", "speech", "unknown"].map { ($0, object[$0]?.objects) }
    guard lists.contains(where: { $0.1 != nil }) else {
      throw Fault(line: nil, problem: "it has no list \"segments\" or \"speech\"")
    }
    for (name, list) in lists {
      for (number, entry) in (list ?? []).enumerated() {
        // Words tell pauses that their segment passes over.
        let words = (entry["words"]?.objects ?? []).filter { $0["start"] != nil }
        let parts = words.isEmpty ? [entry] : words.map { $0.merging(entry) { word, _ in word } }
        for var part in parts {
          if name == "unknown" { part["event"] = .text("unknown") }
          if let problem = add(part) {
            throw Fault(line: nil, problem: "\(name)[\(number)]: \(problem)")
          }
        }
      }
    }
    if let summary = object["summary"]?.members { takeEnd(summary) }
  }

  /// Adds what an object says; events that are neither speech nor unknown time are passed over.
  private mutating func add(_ object: [String: JSONItem]) -> String? {
    let event = object["event"]?.string ?? "speech"
    if event == "summary" { takeEnd(object) }
    guard event == "speech" || event == "unknown" else { return nil }
    guard let start = object["start"]?.double, let end = object["end"]?.double else {
      return "start and end must be numbers of seconds"
    }
    if event == "unknown" { return addUnknown(from: start, to: end) }
    let speaker = object["speaker"]?.string ?? object["party"]?.string
    // What a diarizer gives to nobody is nobody's speech.
    guard let speaker else {
      return object["words"] == nil && object["word"] == nil ? "it names no speaker" : nil
    }
    return add(speaker, from: start, to: end)
  }

  private mutating func takeEnd(_ summary: [String: JSONItem]) {
    if let duration = summary["duration"]?.double { take(end: duration) }
  }
}
