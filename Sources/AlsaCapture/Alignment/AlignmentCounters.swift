public import Conversation

/// What has become of every sample that the aligner was given; at the engine's rate.
public struct AlignmentCounters: Sendable {
  /// Samples taken in, unknown ones included, also those put in for a device that said nothing.
  public var appended: PartyPair<Int> = PartyPair(repeating: 0)
  /// Samples of the common time line handed out, the same for both parties.
  public var delivered = 0
  /// Samples from before both devices ran, or after one of them had ended.
  public var trimmed: PartyPair<Int> = PartyPair(repeating: 0)
  /// Samples left out to make up for a clock that had jumped, or for a reader that never came.
  public var skipped: PartyPair<Int> = PartyPair(repeating: 0)
  /// Unknown samples put in for the customer to make up for a clock that had jumped.
  public var padded = 0
  /// Single samples of the customer's left out because that clock is the faster one.
  public var removed = 0
  /// Single samples of the customer's put in because that clock is the slower one.
  public var inserted = 0
  /// Samples that wait for the other party's.
  public var waiting: PartyPair<Int> = PartyPair(repeating: 0)

  /// Whether every sample is accounted for.
  public var isBalanced: Bool {
    let agent = trimmed.agent + skipped.agent + delivered + waiting.agent
    let ofCustomer = delivered - padded - inserted + removed
    let customer = trimmed.customer + skipped.customer + ofCustomer + waiting.customer
    return agent == appended.agent && customer == appended.customer
  }
}
