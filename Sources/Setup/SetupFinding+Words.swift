import Conversation
import Wording

extension SetupFinding {
  /// What was found, as a sentence without its stop.
  package func words(_ around: SetupSurroundings) -> String {
    switch self {
    case .noSignal(let party) where around.heard[party].isMuted && !around.isRecording:
      "\(around.noun(party)) is muted"
    case .noSignal(.agent):
      "nothing comes from \(around.noun(.agent)), not even noise: it is muted, switched off, or not "
        + "the one you speak into"
    case .nothingHeard(.agent): "no voice comes from \(around.noun(.agent))"
    case .noSignal(.customer), .nothingHeard(.customer):
      around.isRecording || around.outputs.isEmpty
        ? "nothing comes from \(around.noun(.customer))"
        : "nothing comes from \(around.noun(.customer)), and no other output is playing"
    case .noSpeech(let party): "there is sound from \(around.noun(party)), but no speech"
    case .away(let party):
      "the \(party.name)'s device was not heard for most of the time: \(around.heard[party].title)"
    case .otherOutputs(let outputs, let isCustomerHeard):
      outputs.map { "\($0.programs.joined(separator: ", ")) plays on \($0.named)" }
        .joined(separator: "; ")
        + (isCustomerHeard
          ? ", which is not heard" : ", but \(around.heard.customer.title) is heard")
    case .sameSource:
      "both sides carry the same audio: who speaks cannot be told apart"
    case .swapped: "the sides are swapped: your voice comes from the customer's"
    case .leak(let party, let level):
      "the \(party.other.name)'s voice is on the \(party.name)'s side too, at \(Self.whole(level)) dB"
    case .quiet(let party, let level):
      "the \(party.name)'s speech is quiet: \(Self.whole(level)) dBFS"
    case .noisy(let party, let distance):
      "the \(party.name)'s noise is only \(Self.whole(distance)) dB below the speech"
    case .overdriven(let party): "\(around.noun(party)) is overdriven"
    }
  }

  /// What to do about it, as a sentence without its stop; nil where nothing need be done.
  package func remedy(_ around: SetupSurroundings) -> String? {
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

  private static func whole(_ number: Double) -> String {
    FigureText.decimal(number, places: 0)
  }
}

extension SetupSurroundings {
  /// What a party is heard through.
  fileprivate func noun(_ party: Party) -> String {
    if isRecording { return "the \(party.name)'s channel" }
    return party == .agent ? "the microphone" : "the output"
  }

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

extension SetupDevice {
  /// What people call it, with the name that an option takes.
  package var named: String { description.isEmpty ? name : "\(description) (\(name))" }
}
