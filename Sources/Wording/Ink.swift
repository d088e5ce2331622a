package import Conversation

/// A terminal colour by what it stands for.
package enum Ink: String {
  case title = "1"
  case quiet = "2"
  case agent = "36"
  case customer = "32"
  case notice = "33"

  package init(_ party: Party) {
    self = party == .agent ? .agent : .customer
  }
}
