public import Conversation

/// What a transcript calls the one who speaks.
public enum SpeakerLabel: Hashable, Sendable {
  /// Nothing: the file is one party's.
  case none
  /// A channel by number, counted as the transcript counts.
  case channel(Int)
  /// A name that says nothing of the part that somebody plays.
  case speaker(String)
  /// A party by its part.
  case party(Party)

  /// The label that a name stands for: a party where it names one of the usual parts.
  init(name: String) {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    let known = words.lazy.compactMap { Self.parts[String($0)] }.first
    self = known.map(SpeakerLabel.party) ?? .speaker(name)
  }

  private static let parts: [String: Party] = {
    var parts: [String: Party] = [:]
    for name in agents { parts[name] = .agent }
    for name in customers { parts[name] = .customer }
    return parts
  }()
  private static let agents = [
    "agent", "advisor", "adviser", "assistant", "clerk", "clinician", "employee", "operator",
    "rep", "representative", "salesperson", "seller", "staff", "therapist",
  ]
  private static let customers = [
    "buyer", "caller", "client", "consumer", "customer", "lead", "member", "patient", "prospect",
    "user",
  ]
}

extension SpeakerLabel: CustomStringConvertible {
  /// The label as the transcript has it.
  public var description: String {
    switch self {
    case .none: "unnamed"
    case .channel(let number): "channel \(number)"
    case .speaker(let name): name
    case .party(let party): party.name
    }
  }
}
