import Foundation
import Testing

/// Expected texts in files; `INTERJECT_WRITE_GOLDEN=1` writes them anew, to be read before a commit.
enum Golden {
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["INTERJECT_WRITE_GOLDEN"] != nil {
      #expect(throws: Never.self, sourceLocation: sourceLocation) {
        try Data(text.utf8).write(to: file)
      }
      return
    }
    let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    #expect(text == expected, "differs from Golden/\(name)", sourceLocation: sourceLocation)
  }
}
