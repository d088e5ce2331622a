/// Guidance for the agent during the call: what was heard, and when.
public struct Nudge: Equatable, Sendable {
  /// What it is about; `interrupted` or `talked_long`.
  public var rule: GuidanceRule
  /// The moment that it is about: the agent's onset, or the beginning of its talk.
  public var start: SampleTime
  /// Who had the floor in the end, where both spoke.
  public var outcome: InterruptionOutcome?

  /// Creates guidance.
  public init(rule: GuidanceRule, start: SampleTime, outcome: InterruptionOutcome? = nil) {
    self.rule = rule
    self.start = start
    self.outcome = outcome
  }
}
