public import Conversation

extension Metrics {
  /// Whether both parties spoke; what a key began and nobody answered is not a call.
  public var isCall: Bool { Party.allCases.allSatisfy { parties[$0].talk > .zero } }
}
