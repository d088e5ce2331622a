import Conversation

/// What is known about a short segment during the other's turn when it is judged.
///
/// Lengths in frames. The order is the recipe's (Training/interruptions/credit.py).
struct BackchannelEvidence {
  /// The pieces of evidence behind those of the background.
  enum Piece: Int, CaseIterable {
    /// The segment's length.
    case length = 11
    /// The silence of the other before the onset.
    case gap
    /// The rest of the other's segment after the onset, where it began inside it.
    case lead
    /// The silence of the other after the end.
    case resumed
    /// The other's speech since the onset.
    case otherTalk
  }

  /// The values of the background's pieces, then of `Piece`.
  private(set) var values = InlineArray<16, Float>(repeating: 0)

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
