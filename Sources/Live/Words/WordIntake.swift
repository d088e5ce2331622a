import Conversation
import Words

/// The engine's end of a call's words.
final class WordIntake {
  private let channel: WordChannel
  let listener: LiveListener
  private var faults = 0
  private var firstFault = ""
  private var heard = 0

  init(_ words: LiveWords, settings: TurnSettings) {
    channel = words.channel
    listener = LiveListener(
      source: words.source, language: words.language, acts: words.acts, settings: settings)
  }

  deinit { channel.close() }

  /// Whether words may still come.
  var isOpen: Bool { listener.awaitsWords }

  /// Takes what has come, and says what the user should know.
  func take(say: (String) -> Void) {
    while let delivery = channel.take() {
      switch delivery {
      case .words(let party, let words, let time):
        heard += words.count
        listener.hear(words, of: party, through: time)
      case .fault(let problem):
        faults += 1
        guard faults == 1 else { break }
        firstFault = problem
        say("words: \(problem)")
      case .over(let problem):
        listener.endWords()
        if let problem { say("words: they cannot be read any more: \(problem)") }
      }
    }
    for notice in listener.takeNotices() { say(notice) }
  }

  /// What the summary should say of the words.
  var notes: [String] {
    var notes: [String] = []
    if faults == 1 { notes.append("a line of words was left out: \(firstFault)") }
    if faults > 1 {
      notes.append("\(faults) lines of words were left out, the first of them \(firstFault)")
    }
    if heard == 0 { notes.append("no words came") }
    return notes
  }
}
