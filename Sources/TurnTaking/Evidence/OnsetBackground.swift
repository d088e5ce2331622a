import Conversation

/// What is known, when a segment is confirmed, of the time before its onset.
///
/// Lengths in frames. The order is the recipe's (Training/interruptions/evidence.py).
struct OnsetBackground {
  /// The pieces of evidence.
  enum Piece: Int, CaseIterable {
    /// The party's silence before the onset and the segment before that.
    case ownSilence, ownPrevious
    /// The other's newest segment up to the onset and the silence before it.
    case otherLength, otherPause
    /// Either's speech in the 10 s and the 30 s before the onset.
    case ownTalk10, otherTalk10, ownTalk30, otherTalk30
    /// A hundred times the number of either's short segments in the 30 s before the onset.
    case ownShort, otherShort
    /// The mean length of the party's short segments, as if there had been one of 0.4 s before.
    case ownShortLength
  }

  /// The frames that stand for silence back to the beginning.
  private static let never = 1000

  /// The pieces' values, in the order of `Piece`.
  private(set) var values = InlineArray<11, Float>(repeating: 0)

  private subscript(piece: Piece) -> Float {
    get { values[piece.rawValue] }
    set { values[piece.rawValue] = newValue }
  }

  /// Collects what is known; `shift` moves the onset against the other's time.
  init(
    onset: Int, shift: Int, own: PartyHistory, other: PartyHistory, settings: TurnSettings
  ) {
    let long = SampleTime(seconds: 30).frames
    let brief = SampleTime(seconds: 10).frames
    let longest = SampleTime(seconds: settings.backchannelLongest).frames
    self[.ownSilence] = Float(own.silenceBefore ?? Self.never)
    self[.ownPrevious] = Float(own.previousLength ?? 0)
    self[.otherLength] = other.segmentStart.map { Float(onset + shift - $0) } ?? 0
    self[.otherPause] = Float(other.silenceBefore ?? Self.never)
    self[.ownTalk10] = Float(own.talk(before: onset, window: brief))
    self[.otherTalk10] = Float(other.talk(before: onset, window: brief))
    self[.ownTalk30] = Float(own.talk(before: onset, window: long))
    self[.otherTalk30] = Float(other.talk(before: onset, window: long))
    let own = own.shorts(before: onset, window: long, longest: longest)
    let other = other.shorts(before: onset, window: long, longest: longest)
    self[.ownShort] = Float(100 * own.count)
    self[.otherShort] = Float(100 * other.count)
    self[.ownShortLength] = Float(own.frames + 40) / Float(own.count + 1)
  }
}
