import Conversation

/// What is known about a newcomer's speech inside the other's, some time after its onset.
///
/// Lengths in frames. The order is the recipe's (Training/interruptions/evidence.py).
struct InterruptionEvidence {
  /// The pieces of evidence.
  enum Piece: Int, CaseIterable {
    /// The settled time since the onset.
    case elapsed
    /// The newcomer's segment at the onset, as far as known, and the time since its last speech.
    case ownLength, ownQuiet
    /// The newcomer's further speech since then.
    case ownMore
    /// The rest of the other's segment at the onset, and the time since the other's last speech.
    case otherRest, otherQuiet
    /// All speech of the other since the onset.
    case otherTalk
    /// The newcomer's silence before the onset and the segment before that.
    case ownSilence, ownPrevious
    /// The other's segment up to the onset and the silence before it.
    case otherLength, otherPause
    /// Either's speech in the 10 s and the 30 s before the onset.
    case ownTalk10, otherTalk10, ownTalk30, otherTalk30
    /// A hundred times the number of either's short segments in the 30 s before the onset.
    case ownShort, otherShort
    /// The mean length of the newcomer's short segments, as if there had been one of 0.4 s before.
    case ownShortLength
  }

  /// The frames that stand for silence back to the beginning.
  private static let never = 1000

  /// The pieces' values, in the order of `Piece`.
  private(set) var values = InlineArray<18, Float>(repeating: 0)

  /// A piece's value in frames.
  subscript(piece: Piece) -> Float {
    get { values[piece.rawValue] }
    set { values[piece.rawValue] = newValue }
  }

  /// Collects what is known of the time before an onset; `shift` moves the onset against the other.
  init(
    onset: Int, shift: Int, otherStart: Int, own: PartyHistory, other: PartyHistory,
    longestBackchannel: Int
  ) {
    let window = SampleTime(seconds: 30).frames
    let short = SampleTime(seconds: 10).frames
    self[.ownSilence] = Float(own.silenceBefore ?? Self.never)
    self[.ownPrevious] = Float(own.previousLength ?? 0)
    self[.otherLength] = Float(onset + shift - otherStart)
    self[.otherPause] = Float(other.silenceBefore ?? Self.never)
    self[.ownTalk10] = Float(own.talk(before: onset, window: short))
    self[.otherTalk10] = Float(other.talk(before: onset, window: short))
    self[.ownTalk30] = Float(own.talk(before: onset, window: window))
    self[.otherTalk30] = Float(other.talk(before: onset, window: window))
    let shorts = own.shorts(before: onset, window: window, longest: longestBackchannel)
    let otherShorts = other.shorts(before: onset, window: window, longest: longestBackchannel)
    self[.ownShort] = Float(100 * shorts.count)
    self[.otherShort] = Float(100 * otherShorts.count)
    self[.ownShortLength] = Float(shorts.frames + 40) / Float(shorts.count + 1)
  }
}
