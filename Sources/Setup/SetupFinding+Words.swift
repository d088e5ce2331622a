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
}

extension SetupDevice {
  /// What people call it, with the name that an option takes.
  package var named: String { description.isEmpty ? name : "\(description) (\(name))" }
}
