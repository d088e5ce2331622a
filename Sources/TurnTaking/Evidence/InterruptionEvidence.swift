import Conversation

/// What is known about a newcomer's speech inside the other's, some time after its onset.
///
/// Lengths in frames. The order is the recipe's (Training/interruptions/evidence.py).
struct InterruptionEvidence {
  /// The pieces of evidence behind those of the background.
  enum Piece: Int, CaseIterable {
    /// The settled time since the onset.
    case elapsed = 11
    /// The newcomer's segment at the onset, as far as known, and the time since its last speech.
    case ownLength, ownQuiet
    /// The newcomer's further speech since then.
    case ownMore
    /// What the newcomer has said in one go since the onset, its pauses of less than 0.3 s included.
    case ownChain
    /// The rest of the other's segment at the onset, and the time since the other's last speech.
    case otherRest, otherQuiet
    /// All speech of the other since the onset.
    case otherTalk
    /// How long each has now spoken alone since the onset, in frames that are final.
    case ownAlone, otherAlone
    /// 100 where the newcomer, or the other, holds the floor at the onset.
    case ownFloor, otherFloor
    /// How long the holder had held it.
    case floorAge
  }

  /// The values of the background's pieces, then of `Piece`.
  private(set) var values = InlineArray<24, Float>(repeating: 0)

  /// A piece's value in frames.
  subscript(piece: Piece) -> Float {
    get { values[piece.rawValue] }
    set { values[piece.rawValue] = newValue }
  }

  /// Begins with what came before the onset.
  init(background: OnsetBackground) {
    for index in background.values.indices { values[index] = background.values[index] }
  }
}
