public import Conversation

/// The guidance of all calls of a session, summed up in constant memory.
public struct GuidanceSum: Sendable {
  private var evidence = GuidanceEvidence()

  /// Creates the sum of no calls.
  public init() {}

  /// Adds what a finished call and its measures tell.
  public mutating func add(
    _ call: GuidanceTracker, _ metrics: Metrics, of number: GuidanceMoment.NumberedCall
  ) {
    var own = call.evidence
    own.add(metrics)
    evidence.add(own, of: number)
  }

  /// The lines for the summary, of the measures of all calls together.
  public func lines(_ metrics: Metrics) -> [GuidanceLine] { evidence.lines(metrics) }
}
