/// What an event stream is about: the first line of every stream.
public struct Session: Equatable, Sendable {
  /// The version of the event stream's schema.
  public static let schema: Int = 1

  /// The file, device or pipe that is heard.
  public var source: String
  /// The sample rate of the source.
  public var sampleRate: Int
  /// Which channel, file or device each party is.
  public var parties: PartyPair<String>
  /// The identification of the settings used: equal settings give equal text.
  public var settings: String
  /// The caller's name for the call, if given.
  public var callID: String?
  /// The caller's name for the agent, if given.
  public var agentID: String?
  /// When the call began, as ISO 8601, where known.
  public var started: String?
  /// Further labels that the caller gave the call.
  public var labels: [CallLabel]

  /// Creates a description.
  public init(
    source: String, sampleRate: Int, parties: PartyPair<String>, settings: String,
    callID: String? = nil, agentID: String? = nil, started: String? = nil,
    labels: [CallLabel] = []
  ) {
    self.source = source
    self.sampleRate = sampleRate
    self.parties = parties
    self.settings = settings
    self.callID = callID
    self.agentID = agentID
    self.started = started
    self.labels = labels
  }
}
