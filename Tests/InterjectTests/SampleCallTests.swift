import AudioFiles
import Conversation
import Foundation
import Interject
import Reporting
import TestSignals
import Testing

/// The sample calls give the events that were approved, kinds exactly and times within a frame.
@Suite struct SampleCallTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  @Test(arguments: ["support-call", "noisy-line", "speaker-bleed", "monologue"])
  func eventsAreTheApprovedOnes(name: String) throws {
    let found = try Self.events(of: name)
    let golden = Self.folder.appending(path: "\(name).events.jsonl")
    if ProcessInfo.processInfo.environment["INTERJECT_WRITE_GOLDEN"] != nil {
      try found.joined(separator: "\n").appending("\n").write(
        to: golden, atomically: true, encoding: .utf8)
    }
    let approved = try String(contentsOf: golden, encoding: .utf8).split(separator: "\n")
    try #require(found.count == approved.count)
    for (line, expected) in zip(found, approved) {
      #expect(try Self.isAlike(line, String(expected)), "\(line) is not \(expected)")
    }
  }

  @Test(arguments: ["support-call", "noisy-line", "speaker-bleed", "monologue"])
  func nothingContradictsAnything(name: String) throws {
    var events: [Event] = []
    let path = Self.folder.appending(path: "\(name).wav").path
    let summary = try CallAnalysis().run(CallSource(.together(AudioInput(argument: path)))) {
      events.append($0)
    }
    let found = Contradictions(
      events: events, metrics: summary.metrics, guidance: summary.guidance)
    #expect(found.found.isEmpty)
  }

  private static func events(of name: String) throws -> [String] {
    var lines: [String] = []
    var text = JSONLines()
    let path = folder.appending(path: "\(name).wav").path
    _ = try CallAnalysis().run(CallSource(.together(AudioInput(argument: path)))) { event in
      switch event.kind {
      case .metrics, .callEnded: return
      default: break
      }
      text.append(event)
      lines.append(String(decoding: text.bytes.dropLast(), as: UTF8.self))
      text.removeAll()
    }
    return lines
  }

  /// Texts must be equal; numbers may differ by a frame or, if they are no times, by as little.
  private static func isAlike(_ line: String, _ expected: String) throws -> Bool {
    let left = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let right = try JSONSerialization.jsonObject(with: Data(expected.utf8)) as? [String: Any]
    guard let left, let right, left.keys.sorted() == right.keys.sorted() else { return false }
    return left.allSatisfy { key, value in
      if let number = value as? Double, let other = right[key] as? Double {
        return abs(number - other) < 0.0101
      }
      return (value as? String) == (right[key] as? String)
    }
  }
}
