/// A value for each party.
public struct PartyPair<Value> {
  /// The agent's value.
  public var agent: Value
  /// The customer's value.
  public var customer: Value

  /// Creates a pair from both values.
  public init(agent: Value, customer: Value) {
    self.agent = agent
    self.customer = customer
  }

  /// Creates a pair with the same value on both sides, each made for itself.
  ///
  /// A list made once would be shared, and copied when one side is first written to.
  public init(repeating value: @autoclosure () -> Value) {
    self.init(agent: value(), customer: value())
  }

  /// The value of a party.
  public subscript(party: Party) -> Value {
    get { party == .agent ? agent : customer }
    set {
      if party == .agent { agent = newValue } else { customer = newValue }
    }
    _modify {
      if party == .agent { yield &agent } else { yield &customer }
    }
  }

  /// Lends the value of a party, which may be too large to be copied for a look at it.
  @inline(__always)
  public func withValue<Result>(of party: Party, _ body: (borrowing Value) -> Result) -> Result {
    party == .agent ? body(agent) : body(customer)
  }
}

extension PartyPair: Sendable where Value: Sendable {}
extension PartyPair: Equatable where Value: Equatable {}
