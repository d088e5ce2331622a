import Conversation

extension WordEvent {
  /// What happened, in a few words and without the words that were said; nil where it only spoke.
  var words: String? {
    switch self {
    case .utterance: nil
    case .question(let party, _, let isOpen, _, _):
      "\(party.name) asks\(isOpen ? " openly" : "")"
    case .playback(let party, _, _, _, _, _): "\(party.name) may be playing back"
    case .phrase(let party, _, let kind, _): "\(party.name): \(kind.words)"
    case .cutInPause(let party, _, _, _):
      "\(party.name) begins in a pause of \(party.other.name)'s open sentence"
    }
  }

  /// The words that were said, where they were asked for.
  var text: String? {
    switch self {
    case .utterance(_, _, _, let text), .question(_, _, _, _, let text),
      .playback(_, _, _, _, let text, _), .phrase(_, _, _, let text):
      text
    case .cutInPause(_, _, _, let after): after
    }
  }
}

extension PhraseKind {
  /// The kind as reports have it.
  var words: String {
    switch self {
    case .invitation: "invitations to go on"
    case .clarifying: "clarifying"
    case .appreciation: "appreciation"
    case .apology: "apology"
    case .thanks: "thanks"
    case .reassurance: "reassurance"
    case .followUp: "follow-up promised"
    case .closing: "closing"
    case .acknowledgement: "acknowledging"
    }
  }
}
