/// What the commands are called to which reports and pages lead their readers.
///
/// A library has no commands: the program that writes a report says what its own are, and a report
/// written without them leads to none.
public struct ReaderCommands: Equatable, Sendable {
  /// Lists all events of a call, such as the option for that format.
  public let events: String
  /// Makes a page for judging moments by ear.
  public let review: String
  /// The same with its arguments, for a sample of a team's calls.
  public let sample: String
  /// Evaluates the answers that were given on that page.
  public let evaluation: String
  /// Gives a team's figures with and without the flags that were marked as wrong.
  public let comparison: String
  /// Adds answers to a team's figures, as an option.
  public let answers: String
  /// Lists the numbers of a team's calls: a clause such as "`team` also writes `calls.csv`".
  public let numbers: String

  /// Creates the names of a program's commands.
  public init(
    events: String, review: String, sample: String, evaluation: String, comparison: String,
    answers: String, numbers: String
  ) {
    self.events = events
    self.review = review
    self.sample = sample
    self.evaluation = evaluation
    self.comparison = comparison
    self.answers = answers
    self.numbers = numbers
  }
}
