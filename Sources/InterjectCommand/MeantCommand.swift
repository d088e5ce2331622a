/// What somebody probably meant who names a file without a command.
struct MeantCommand {
  /// The command line to try instead.
  let line: String

  /// Looks at a command line that was refused, without the name of the program; nil where its first
  /// word is no file that `isThere`.
  init?(
    _ arguments: [String], commands: [String],
    isThere: (String) -> Bool = { FileIdentity($0) != nil }
  ) {
    guard let file = arguments.first, !file.hasPrefix("-"), !commands.contains(file), isThere(file)
    else { return nil }
    // Reports are what the trends are made of.
    let command = file.hasSuffix(".json") ? "trends" : "analyze"
    line = (["interject", command] + arguments).map(Self.quoted).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=,:+@%".contains($0) }
    return isPlain ? word : "'\(word.replacing("'", with: #"'\''"#))'"
  }
}
