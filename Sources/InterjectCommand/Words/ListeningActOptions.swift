import ArgumentParser
import Conversation
import Interject

/// The options for what is done with a call's words, and for recognizing them.
struct ListeningActOptions: ParsableArguments {
  @Flag(help: "Recognize English words on this machine (after “make words”).")
  var recognize = false

  @Option(
    help: ArgumentHelp(
      "Your own table of phrases instead of the one that “interject phrases” prints.",
      valueName: "file"), completion: .file())
  var phrases: String?

  @Flag(help: "Quote what was said in the results.")
  var wordsInReports = false

  /// An option that needs words of a call; nil if none is given.
  var needingWords: String? {
    if phrases != nil { return "--phrases" }
    return wordsInReports ? "--words-in-reports" : nil
  }

  /// How questions and playing back are found in words.
  func acts() throws -> ListeningActs {
    ListeningActs(table: try phrases.map(TextFile.phrases) ?? .standard, keepsText: wordsInReports)
  }

  /// The recognizer that “make words” fetches.
  static func recognizer() throws(CommandFailure) -> sending MoonshineRecognizer {
    do {
      let folder = (BaseFolder.data() ?? "") + "/interject/words"
      return try MoonshineRecognizer(folder: folder)
    } catch {
      throw CommandFailure(exitCode: 69, message: "--recognize: \(error.withCommands)")
    }
  }
}
