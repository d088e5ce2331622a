import ArgumentParser
import Conversation
import Interject
import Words

/// The options that bring the trainee's words to a practice.
struct PracticeWords: ParsableArguments {
  @Option(
    help: ArgumentHelp("The transcript of the recorded trainee.", valueName: "file"),
    completion: .file())
  var transcript: String?

  @Flag(help: "Recognize your English words on this machine (after “make words”).")
  var recognize = false

  func validate() throws {
    if transcript != nil, recognize {
      throw ValidationError("Give --transcript or --recognize.")
    }
  }

  /// Where the words come from; nil where nobody asked for words.
  func source() throws(CommandFailure) -> WordSource? {
    if recognize {
      return .recognizer(try ListeningActOptions.recognizer())
    }
    guard let transcript else { return nil }
    return .transcripts(
      PartyPair(agent: try TextFile.transcript(transcript, namesFormat: false), customer: nil))
  }
}
