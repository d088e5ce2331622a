import Conversation

/// The limits of the table of classes, in frames.
struct OnsetLimits {
  /// Starts closer together are nobody's interruption.
  let simultaneous: Int
  /// The holder who comes back sooner could not hold back.
  let holderLead: Int
  /// The longest rest of the other's speech that makes an onset terminal.
  let terminal: Int
  /// The shortest acknowledgement: what is shorter is a backchannel's length.
  let acknowledgement: Int

  init(settings: TurnSettings) {
    simultaneous = SampleTime(seconds: settings.simultaneousStart).frames
    holderLead = max(simultaneous, SampleTime(seconds: settings.holderLead).frames)
    terminal = SampleTime(seconds: settings.terminalOverlap).frames
    acknowledgement = SampleTime(seconds: settings.backchannelLongest).frames
  }
}
