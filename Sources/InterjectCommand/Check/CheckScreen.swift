import Conversation
import Glibc
import Reporting
import Setup

/// What a check shows while it listens: the question and both levels, on stderr.
///
/// A terminal redraws the levels in place; anything else gets one line per second.
final class CheckScreen {
  private let text: SetupText
  private let isTerminal = StandardError.isTerminal
  private let isQuiet: Bool
  private var question: SetupQuestion?
  /// The lines of levels that stand on the terminal.
  private var drawn = 0
  private var nextLine = SampleTime.zero

  /// A quiet one shows nothing.
  init(isQuiet: Bool = false) {
    self.isQuiet = isQuiet
    text = SetupText(.terminal)
  }

  /// Shows what is asked for, once.
  func show(_ question: SetupQuestion?) {
    guard question != self.question else { return }
    self.question = question
    guard !isQuiet, let question else { return }
    clear()
    StandardError.write(text.words(question) + "\n")
  }

  /// Shows both levels.
  func show(_ look: SetupLook) {
    guard !isQuiet else { return }
    if isTerminal {
      // Not wrapped even on a narrow terminal: it could not be drawn over.
      let lines = text.meters(look).map { "\u{1B}[?7l\($0)\u{1B}[K\u{1B}[?7h\n" }
      StandardError.write(back + lines.joined())
      drawn = lines.count
    } else if look.time >= nextLine {
      nextLine += SampleTime(seconds: 1)
      StandardError.write(text.line(look) + "\n")
    }
  }

  /// Shows what the user should know once.
  func show(notice: String) {
    clear()
    StandardError.write("interject: \(notice)\n")
  }

  /// Takes the levels away.
  func clear() {
    guard drawn > 0 else { return }
    StandardError.write(back + "\u{1B}[J")
    drawn = 0
  }

  private var back: String { drawn > 0 ? "\r\u{1B}[\(drawn)A" : "" }
}
