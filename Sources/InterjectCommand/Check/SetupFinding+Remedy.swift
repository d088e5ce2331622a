import Conversation
import Setup

extension SetupFinding {
  /// What to do about it, as a sentence without its stop; nil where nothing need be done.
  func remedy(_ around: SetupSurroundings) -> String? {
    switch self {
    case .noSignal(.agent), .nothingHeard(.agent), .noSpeech(.agent):
      around.remedyForMicrophone(isSilent: self == .noSignal(.agent))
    case .noSignal(.customer), .nothingHeard(.customer):
      around.isRecording
        ? "choose the customer's channel with --customer-channel"
        : "play something, such as a video or a test call, while the check runs"
    case .noSpeech(.customer): nil
    case .away: "plug it in, or name another with --\(party?.name ?? "agent")"
    case .otherOutputs(let outputs, let isCustomerHeard):
      if !isCustomerHeard, outputs.count == 1 {
        "listen to it with --customer \(outputs[0].name), or choose another output in that program"
      } else {
        "if the call is there, listen to it with --customer "
          + outputs.map(\.name).joined(separator: " or --customer ")
      }
    case .sameSource:
      around.isRecording
        ? "record the parties on two channels"
        : "name the microphone with --agent\(around.otherMicrophones(after: ": "))"
    case .swapped:
      around.isRecording
        ? "swap --agent-channel and --customer-channel"
        : "swap the devices of --agent and --customer"
    case .leak(.agent, _):
      isFault
        ? "use a headset instead of loudspeakers, or turn them down"
        : "it is removed; a headset would keep it out"
    case .leak(.customer, _):
      "the output plays the microphone back (a loopback, a side tone) or the line echoes"
        + (isFault ? ": switch that off" : "; it is removed")
    case .quiet(let party, _):
      party == .agent
        ? "raise the microphone's level, or move it closer" : "raise the volume of the call"
    case .noisy(.agent, _): "find a quieter place, or move the microphone closer"
    case .noisy(.customer, _): nil
    case .overdriven(let party):
      party == .agent ? "lower the microphone's level" : "lower the volume of the call"
    }
  }
}

extension SetupSurroundings {
  fileprivate func remedyForMicrophone(isSilent: Bool) -> String {
    if isRecording { return "choose the agent's channel with --agent-channel" }
    if heard.agent.isMuted { return "unmute it: pactl set-source-mute \(heard.agent.name) 0" }
    let first = isSilent ? "switch it on" : "speak as you do on a call"
    return "\(first), or name another with --agent\(otherMicrophones(after: ": "))"
  }

  /// The microphones that could be heard instead.
  fileprivate func otherMicrophones(after sign: String) -> String {
    microphones.isEmpty ? "" : sign + microphones.map(\.named).joined(separator: ", ")
  }
}
