package import Conversation

/// What was heard of both sides since the look before, and what is known of them by now.
package struct SetupLook: Equatable, Sendable {
  /// The audio heard so far.
  package var time: SampleTime
  /// The audio heard since the look before.
  package var length: SampleTime
  /// Both sides.
  package var sides: PartyPair<SetupSide>
  /// Whether both sides carry the same audio.
  package var isSameAudio: Bool

  package init(
    time: SampleTime, length: SampleTime, sides: PartyPair<SetupSide>, isSameAudio: Bool = false
  ) {
    self.time = time
    self.length = length
    self.sides = sides
    self.isSameAudio = isSameAudio
  }
}
