import Wording

/// What a call's files are called, and what lines about it name: the caller's own name, or else the
/// recording's without folders and extension.
public struct CallName: Equatable, Sendable {
  /// The name as the beginning of a file's name.
  public let text: String

  /// The most bytes of a name, which leave room for every format's extension.
  private static let longest = 200

  /// Takes the name that the caller gave, and else that of the recording, the agent's where each
  /// party has one.
  public init(callID: String?, recording: String) {
    guard callID == nil else {
      text = String((callID ?? "").printable.map { $0 == "/" ? "_" : $0 })
      return
    }
    let file = recording.split(separator: "/").last.map(String.init) ?? recording
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 }
    text = dot.map { String(file[..<$0]) } ?? file
  }

  /// Whether a file that is seen can begin so.
  public var isFileName: Bool {
    !text.hasPrefix(".") && text.utf8.count <= Self.longest && text.contains { !$0.isWhitespace }
  }

  /// The name in one word.
  var word: String {
    let word = String(text.printable.map { $0.isWhitespace ? "_" : $0 })
    return word.isEmpty || word == "-" ? "call" : word
  }
}
