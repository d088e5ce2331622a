/// What a person says of a moment.
public struct ReviewAnswer: Codable, Equatable, Sendable {
  /// Whether the party interrupts there.
  public enum Verdict: String, Codable, Sendable {
    case yes, no, unsure
  }

  /// The name of the call.
  public var call: String
  /// The recording.
  public var source: String
  /// The agent of the call, if known.
  public var agent: String?
  /// The settings that the flag was raised with, as results name them; nil where they are not known.
  public var settings: String? = nil
  /// Who starts there.
  public var party: String
  /// When, in seconds of the recording.
  public var start: Double
  /// The number of the flag; nil where none was raised.
  public var id: Int?
  /// What came of the flag.
  public var outcome: String?
  /// Where the moment was drawn from.
  public var stratum: ReviewStratum
  /// Whether the party interrupts; nil for an item without an answer.
  public var answer: Verdict?
  /// The person's own words.
  public var why: String?

  /// Writes every field, as pages do: what is not known is null.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(call, forKey: .call)
    try fields.encode(source, forKey: .source)
    try fields.encode(agent, forKey: .agent)
    try fields.encode(settings, forKey: .settings)
    try fields.encode(party, forKey: .party)
    try fields.encode(start, forKey: .start)
    try fields.encode(id, forKey: .id)
    try fields.encode(outcome, forKey: .outcome)
    try fields.encode(stratum, forKey: .stratum)
    try fields.encode(answer, forKey: .answer)
    try fields.encode(why, forKey: .why)
  }

  /// Whether it is of a time that a recording can have: up to a year.
  var isPossible: Bool { (0...366.0 * 24 * 3600).contains(start) }

  /// What makes two answers be about the same moment.
  var key: String { "\(source)|\(party)|\(Int((start * 100).rounded()))" }
}
