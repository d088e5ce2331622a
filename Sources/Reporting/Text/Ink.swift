import Conversation

/// A terminal colour by what it stands for.
enum Ink: String {
  case title = "1"
  case quiet = "2"
  case agent = "36"
  case customer = "32"
  case notice = "33"

  init(_ party: Party) {
    self = party == .agent ? .agent : .customer
  }
}
