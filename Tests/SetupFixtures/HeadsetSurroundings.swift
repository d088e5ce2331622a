import Conversation
package import Setup

/// A computer with a headset that is not heard, though the call plays on it.
package enum HeadsetSurroundings {
  package static let headset = SetupDevice(
    name: "alsa_output.usb-Jabra", description: "Jabra EVOLVE 20", programs: ["Firefox"])
  package static let around = SetupSurroundings(
    heard: PartyPair(
      agent: SetupDevice(name: "alsa_input.pci", description: "Built-in Audio"),
      customer: SetupDevice(name: "alsa_output.pci", description: "Built-in Audio")),
    microphones: [SetupDevice(name: "alsa_input.usb-Jabra", description: "Jabra EVOLVE 20 Mono")],
    outputs: [headset])
}
