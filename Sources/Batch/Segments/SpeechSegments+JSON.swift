import Foundation

extension SpeechSegments {
  /// The event stream of this program, or an object a line with `start`, `end` and `speaker`.
  mutating func readJSONLines(_ text: String) throws(Fault) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      else { throw Fault(line: index + 1, problem: "it is no JSON object") }
      if let problem = add(object) { throw Fault(line: index + 1, problem: problem) }
    }
  }

  /// A report of this program, or what WhisperX writes: an object with `segments`, their `words` and
  /// their `speaker`.
  mutating func readJSON(_ text: String) throws(Fault) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { throw Fault(line: nil, problem: "it is no JSON object") }
    let lists = ["segments", "speech", "unknown"].map { ($0, object[$0] as? [[String: Any]]) }
    guard lists.contains(where: { $0.1 != nil }) else {
      throw Fault(line: nil, problem: "it has no list \"segments\" or \"speech\"")
    }
    for (name, list) in lists {
      for (number, entry) in (list ?? []).enumerated() {
        // Words tell pauses that their segment passes over.
        let words = (entry["words"] as? [[String: Any]] ?? []).filter { $0["start"] != nil }
        let parts = words.isEmpty ? [entry] : words.map { $0.merging(entry) { word, _ in word } }
        for var part in parts {
          if name == "unknown" { part["event"] = "unknown" }
          if let problem = add(part) {
            throw Fault(line: nil, problem: "\(name)[\(number)]: \(problem)")
          }
        }
      }
    }
    if let summary = object["summary"] as? [String: Any] { takeEnd(summary) }
  }

  /// Adds what an object says; events that are neither speech nor unknown time are passed over.
  private mutating func add(_ object: [String: Any]) -> String? {
    let event = object["event"] as? String ?? "speech"
    if event == "summary" { takeEnd(object) }
    guard event == "speech" || event == "unknown" else { return nil }
    guard let start = (object["start"] as? NSNumber)?.doubleValue,
      let end = (object["end"] as? NSNumber)?.doubleValue
    else { return "start and end must be numbers of seconds" }
    if event == "unknown" { return addUnknown(from: start, to: end) }
    let speaker = object["speaker"] as? String ?? object["party"] as? String
    // What a diarizer gives to nobody is nobody's speech.
    guard let speaker else {
      return object["words"] == nil && object["word"] == nil ? "it names no speaker" : nil
    }
    return add(speaker, from: start, to: end)
  }

  private mutating func takeEnd(_ summary: [String: Any]) {
    if let duration = (summary["duration"] as? NSNumber)?.doubleValue { take(end: duration) }
  }
}
