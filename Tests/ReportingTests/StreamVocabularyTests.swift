import Conversation
import Foundation
import Testing

/// What the event stream can say is what its page lists, and something says it.
@Suite struct StreamVocabularyTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The words in back quotes in the last column of an event's row.
  private func documented(_ event: String) throws -> Set<String> {
    let page = try String(
      contentsOf: Self.root.appending(path: "docs/event-stream.md"), encoding: .utf8)
    let row = try #require(
      page.split(separator: "\n").first { $0.hasPrefix("| `\(event)` |") })
    let meaning = try #require(row.split(separator: "|", omittingEmptySubsequences: true).last)
    return Set(meaning.matches(of: /`([a-z_]+)`/).map { String($0.1) })
  }

  /// The text of what makes events, and not of what merely names or words them.
  private func producers() throws -> String {
    var text = ""
    for target in ["AlsaCapture", "AudioFiles", "Calls", "Listening", "Live", "LiveCapture"] {
      let folder = Self.root.appending(path: "Sources/\(target)")
      let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      for case let file as String in files where file.hasSuffix(".swift") {
        text += try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      }
    }
    return text
  }

  @Test func everyReasonForUnknownTimeIsListedAndGiven() throws {
    #expect(try documented("unknown") == Set(UnknownReason.allCases.map(\.rawValue)))
    let producers = try producers()
    for reason in UnknownReason.allCases {
      #expect(producers.contains(".\(reason)"), "nothing gives \(reason)")
    }
  }

  @Test func everyWarningIsListedAndGiven() throws {
    let codes = Set(WarningCode.allCases.map(\.rawValue))
    #expect(try documented("warning").subtracting(["metrics"]) == codes)
    let producers = try producers()
    for code in WarningCode.allCases {
      #expect(producers.contains(".\(code)"), "nothing gives \(code)")
    }
  }
}
