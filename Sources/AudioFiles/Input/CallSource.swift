public import Conversation

/// Where both sides of a call are.
public struct CallSource: Hashable, Sendable {
  /// The inputs.
  public var layout: Layout
  /// The channel of each party; nil for the only one, or for left agent and right customer.
  public var channels: ChannelChoice
  /// How much later than the agent's the customer's audio begins; negative for earlier.
  ///
  /// The stretch in which only one side is there is unknown for the other. For one file of both
  /// parties, whose channels it moves against each other, it needs a file rather than a pipe.
  public var customerDelay: SampleTime
  /// Whether somebody has said that delay; otherwise a leak between two files may show it.
  public let isDelayKnown: Bool
  /// The party that the only channel of a file is taken for; nil refuses such a file.
  public var loneChannel: Party?

  /// Creates a source.
  public init(
    _ layout: Layout, channels: ChannelChoice = ChannelChoice(), customerDelay: SampleTime? = nil,
    loneChannel: Party? = nil
  ) {
    self.layout = layout
    self.channels = channels
    self.customerDelay = customerDelay ?? .zero
    isDelayKnown = customerDelay != nil
    self.loneChannel = loneChannel
  }
}

extension CallSource {
  /// Whether the parties share an input.
  public enum Layout: Hashable, Sendable {
    /// One input with a channel for each party.
    case together(AudioInput)
    /// An input for each party.
    case apart(agent: AudioInput, customer: AudioInput)
  }

  /// The channels that a user has chosen.
  public struct ChannelChoice: Hashable, Sendable {
    /// The agent's.
    public var agent: ChannelNumber?
    /// The customer's.
    public var customer: ChannelNumber?

    /// Creates a choice.
    public init(agent: ChannelNumber? = nil, customer: ChannelNumber? = nil) {
      self.agent = agent
      self.customer = customer
    }
  }
}
