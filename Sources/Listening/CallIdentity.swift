public import Conversation
public import FoundationEssentials

/// What the caller knows of a call that its audio does not show.
public struct CallIdentity: Equatable, Sendable {
  /// The caller's name for the call.
  public var callID: String?
  /// The caller's name for the agent.
  public var agentID: String?
  /// When the call began.
  public var started: Date?
  /// When it ended, as the time of its file says; used where its beginning is not known.
  public var ended: Date?
  /// Further labels that the caller gave it.
  public var labels: [CallLabel]

  /// Creates what is known; by default nothing.
  public init(
    callID: String? = nil, agentID: String? = nil, started: Date? = nil, ended: Date? = nil,
    labels: [CallLabel] = []
  ) {
    self.callID = callID
    self.agentID = agentID
    self.started = started
    self.ended = ended
    self.labels = labels
  }

  /// The same with the beginning that follows from the end and a length; nil for an unknown length.
  public func lasting(_ length: SampleTime?) -> CallIdentity {
    var identity = self
    identity.started = started ?? ended.map { $0 - (length?.seconds ?? 0) }
    return identity
  }
}

extension Session {
  /// Takes over what the caller knows.
  package mutating func take(_ identity: CallIdentity) {
    callID = identity.callID ?? callID
    agentID = identity.agentID ?? agentID
    started = identity.started?.formatted(.iso8601) ?? started
    if !identity.labels.isEmpty { labels = identity.labels }
  }
}
