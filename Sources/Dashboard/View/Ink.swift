import Conversation

/// The look of a cell by what it stands for.
enum Ink: UInt8 {
  case plain, title, quiet, agent, customer, notice, alert

  init(_ party: Party) {
    self = party == .agent ? .agent : .customer
  }

  /// The parameter of the terminal's colour sequence; empty for the plain look.
  var code: String {
    switch self {
    case .plain: ""
    case .title: "1"
    case .quiet: "2"
    case .agent: "36"
    case .customer: "32"
    case .notice: "33"
    case .alert: "1;7"
    }
  }
}
