/// One side of a two-party call; each has one audio channel.
public enum Party: Int, CaseIterable, Hashable, Sendable {
  /// The one who is coached: agent, seller, clinician.
  case agent = 0
  /// The one who is listened to.
  case customer = 1

  /// The collection of both parties.
  public typealias AllCases = EachParty

  /// Both parties, the agent first.
  public static var allCases: EachParty { EachParty() }

  /// The party at the other end.
  public var other: Party { self == .agent ? .customer : .agent }

  /// The name used in the event stream.
  public var name: String { self == .agent ? "agent" : "customer" }
}
