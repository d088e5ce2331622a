/// What somebody probably meant who names a file without a command, or mistypes a command.
struct MeantCommand {
  /// The command line to try instead.
  let line: String

  /// How many letters may be wrong, missing or too many in the name of a command.
  private static let mostWrong = 2

  /// Looks at a command line that was refused, without the name of the program; nil where its first
  /// word is neither a file that `isThere` nor nearly a command.
  init?(
    _ arguments: [String], commands: [String],
    isThere: (String) -> Bool = { FileIdentity($0) != nil }
  ) {
    guard let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first) else {
      return nil
    }
    var words = ["interject"]
    if isThere(first) {
      // Reports are what the trends are made of.
      words += [first.hasSuffix(".json") ? "trends" : "analyze"] + arguments
    } else {
      let near = commands.map { ($0, Self.distance(from: $0, to: first)) }.min { $0.1 < $1.1 }
      guard let near, near.1 <= Self.mostWrong else { return nil }
      words += [near.0] + arguments.dropFirst()
    }
    line = words.map(Self.quoted).joined(separator: " ")
  }

  /// The letters to change, insert and leave out (Levenshtein, 1966).
  private static func distance(from word: String, to other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (index, letter) in word.enumerated() {
      var former = index
      row[0] = index + 1
      for column in other.indices {
        let changed = former + (letter == other[column] ? 0 : 1)
        former = row[column + 1]
        row[column + 1] = min(changed, former + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=,:+@%".contains($0) }
    return isPlain ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
