import Conversation

/// The newest interruptions of a call: those that stand, and those that a person has marked as wrong.
struct CallFlags: Sendable {
  /// More than anyone would look back over.
  private static let most = 64

  /// Those that stand or are under way, the oldest first.
  private var standing: [Int] = []
  /// Those that have been marked as wrong, in the order of the marks.
  private var contested: [Int] = []

  /// The newest one that a person can mark as wrong.
  var contestable: Int? { standing.last }

  /// The one that was marked as wrong last.
  var lastContested: Int? { contested.last }

  /// Takes an event that counts.
  mutating func take(_ kind: Event.Kind) {
    switch kind {
    case .interruption(let flag):
      if standing.count == Self.most { standing.removeFirst() }
      standing.append(flag.id)
    case .retraction(let id, _):
      standing.removeAll { $0 == id }
      contested.removeAll { $0 == id }
    case .contest(let id):
      standing.removeAll { $0 == id }
      if contested.count == Self.most { contested.removeFirst() }
      contested.append(id)
    case .contestWithdrawn(let id):
      contested.removeAll { $0 == id }
      standing.append(id)
      standing.sort()
    default: break
    }
  }
}
