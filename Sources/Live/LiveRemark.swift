public import Conversation

/// What a source reports at the end on how well it was heard.
public struct LiveRemark: Equatable, Sendable {
  /// The note for the summary, in plain words.
  public var note: String
  /// Whether it makes the figures unreliable.
  public var isDoubtful: Bool
  /// The warning that goes with it.
  public var code: WarningCode?
  /// The party that it concerns; nil for both.
  public var party: Party?

  /// Creates a remark.
  public init(
    _ note: String, isDoubtful: Bool = false, code: WarningCode? = nil, party: Party? = nil
  ) {
    self.note = note
    self.isDoubtful = isDoubtful
    self.code = code
    self.party = party
  }
}
