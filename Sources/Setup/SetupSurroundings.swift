package import Conversation

/// The devices that are heard, and the others that could be.
package struct SetupSurroundings: Equatable, Sendable {
  /// What is heard of each party.
  package var heard: PartyPair<SetupDevice>
  /// The microphones that are not heard.
  package var microphones: [SetupDevice]
  /// The outputs that are not heard.
  package var outputs: [SetupDevice]
  /// Whether it is a recording that is heard, not devices.
  package var isRecording: Bool

  package init(
    heard: PartyPair<SetupDevice>, microphones: [SetupDevice] = [], outputs: [SetupDevice] = [],
    isRecording: Bool = false
  ) {
    self.heard = heard
    self.microphones = microphones
    self.outputs = outputs
    self.isRecording = isRecording
  }

  /// The outputs into which something plays though nobody hears them.
  package var playing: [SetupDevice] { outputs.filter { !$0.programs.isEmpty } }
}
