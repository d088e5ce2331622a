import Conversation

extension Session {
  /// The party on the recording's first channel, from what the parties' channels are called.
  var firstParty: Party {
    func number(_ name: String) -> Int? { name.split(separator: " ").last.flatMap { Int($0) } }
    if parties.agent == "right" || parties.customer == "left" { return .customer }
    guard let agent = number(parties.agent), let customer = number(parties.customer) else {
      return .agent
    }
    return agent <= customer ? .agent : .customer
  }
}
