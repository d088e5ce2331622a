package import Conversation

/// The look of text on a terminal by what it stands for.
package enum Ink: UInt8, Sendable {
  case plain, title, quiet, agent, customer, notice, alert

  package init(_ party: Party) {
    self = party == .agent ? .agent : .customer
  }

  /// The parameter of the terminal's colour sequence; empty for the plain look.
  package var code: String {
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
