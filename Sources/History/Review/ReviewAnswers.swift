import FoundationEssentials

/// A file of answers: of a review, or of flags that a person concerned has marked as wrong.
public struct ReviewAnswers: Codable, Sendable {
  /// How the answers came about.
  public enum Kind: String, Codable, Sendable {
    /// A random sample was judged.
    case review
    /// Flags were contested.
    case contest
  }

  /// Always "answers".
  public var interject: String
  /// The version of this form.
  public var schema: Int
  /// How they came about.
  public var kind: Kind
  /// The version of the program that wrote it; nil in files of before it was written.
  public var version: String?
  /// Who answered, in that person's own words.
  public var reviewer: String?
  /// When the file was saved, in ISO 8601 and UTC, if it says so.
  public var saved: String?
  /// The moments of each stratum in all results that the sample was drawn from.
  public var population: [String: Int]?
  /// The answers.
  public var answers: [ReviewAnswer]

  init(
    interject: String, schema: Int, kind: Kind, version: String? = nil, reviewer: String?,
    saved: String? = nil, population: [String: Int]?,
    answers: [ReviewAnswer]
  ) {
    self.interject = interject
    self.schema = schema
    self.kind = kind
    self.version = version
    self.reviewer = reviewer
    self.saved = saved
    self.population = population
    self.answers = answers
  }

  /// Reads a file.
  ///
  /// - Throws: `HistoryError` where it is no such file.
  public init(contentsOf path: String) throws(HistoryError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw HistoryError(.notFound, at: path)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw HistoryError(.unreadable, at: path)
    }
    guard let read = try? JSONDecoder().decode(ReviewAnswers.self, from: data),
      read.interject == "answers", read.answers.allSatisfy(\.isPossible)
    else { throw HistoryError(.notAnswers, at: path) }
    self = read
  }

  /// How many moments of a stratum the sample stands for.
  func population(of stratum: ReviewStratum) -> Int { population?[stratum.rawValue] ?? 0 }
}
