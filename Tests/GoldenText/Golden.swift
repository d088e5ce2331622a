import Foundation
public import Testing

/// Expected texts in files; `INTERJECT_WRITE_GOLDEN=1` writes them anew, to be read before a commit.
public enum Golden {
  /// Compares a text with the file of a name in the folder `Golden` beside the caller's file.
  public static func expect(
    _ text: String, _ name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["INTERJECT_WRITE_GOLDEN"] != nil {
      #expect(throws: Never.self, sourceLocation: sourceLocation) {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return
    }
    let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    #expect(text == expected, "differs from Golden/\(name)", sourceLocation: sourceLocation)
  }
}
