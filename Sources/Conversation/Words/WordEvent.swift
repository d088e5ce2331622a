/// Something that words reveal; only with a transcript or a recognizer.
///
/// Texts are nil unless they were asked for: what was said stays in memory.
public enum WordEvent: Equatable, Sendable {
  /// A party has said something: a sentence, or what lies between two pauses.
  case utterance(Party, Interval, words: Int, text: String?)
  /// A party has asked. `answer` is how long the other spoke in reply; nil where it did not answer.
  case question(Party, Interval, isOpen: Bool, answer: SampleTime?, text: String?)
  /// A party may have said again what the other had said in `heard`; `share` of its words, 0 to 1.
  case playback(Party, Interval, heard: Interval, share: Double, text: String?, heardText: String?)
  /// A party has used a phrase of the table.
  case phrase(Party, Interval, PhraseKind, text: String?)
  /// A party has begun in a pause after a sentence that the other had left open with `after`.
  case cutInPause(Party, start: SampleTime, gap: SampleTime, after: String?)

  /// The entry of this kind in the catalogue of events.
  public var entry: EventEntry {
    switch self {
    case .utterance(let party, let interval, _, _): EventEntry(.utterance, party, interval)
    case .question(let party, let interval, _, _, _): EventEntry(.question, party, interval)
    case .playback(let party, let interval, _, _, _, _): EventEntry(.playback, party, interval)
    case .phrase(let party, let interval, _, _): EventEntry(.phrase, party, interval)
    case .cutInPause(let party, let start, _, _): EventEntry(.cutInPause, party, start: start)
    }
  }

  /// The party that spoke, or cut in.
  public var party: Party {
    switch self {
    case .utterance(let party, _, _, _), .question(let party, _, _, _, _),
      .playback(let party, _, _, _, _, _), .phrase(let party, _, _, _),
      .cutInPause(let party, _, _, _):
      party
    }
  }

  /// When it was said; of a cut, the pause.
  public var interval: Interval {
    switch self {
    case .utterance(_, let interval, _, _), .question(_, let interval, _, _, _),
      .playback(_, let interval, _, _, _, _), .phrase(_, let interval, _, _):
      interval
    case .cutInPause(_, let start, let gap, _): Interval(start: start - gap, end: start)
    }
  }
}
