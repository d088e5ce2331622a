package import Conversation
import Wording

/// What words make known, as fields of the innermost object.
extension JSONText {
  mutating func fields(_ event: WordEvent) {
    field("party", event.party)
    switch event {
    case .utterance(_, let interval, let words, let text):
      fields(interval)
      field("words", words)
      textField("text", text)
    case .question(_, let interval, let isOpen, let answer, let text):
      fields(interval)
      field("open", isOpen)
      field("answer", answer)
      textField("text", text)
    case .playback(_, let interval, let heard, let share, let text, let heardText):
      fields(interval)
      field("heard_start", heard.start)
      field("heard_end", heard.end)
      field("share", share, places: 2)
      textField("text", text)
      textField("heard_text", heardText)
    case .phrase(_, let interval, let kind, let text):
      fields(interval)
      field("kind", kind.rawValue)
      textField("text", text)
    case .cutInPause(_, let start, let gap, let after):
      field("start", start)
      field("gap", gap)
      textField("after", after)
    }
  }

  /// A text that was asked for; without that the field is not there.
  private mutating func textField(_ name: String, _ text: String?) {
    if let text { field(name, text) }
  }

  /// Writes what words amount to, in counts and without the words that were said.
  package mutating func field(_ name: String, _ wording: CallWording) {
    self.name(name)
    beginObject()
    field("source", wording.source)
    field("language", wording.language)
    field("refused", wording.refusal?.description)
    guard wording.refusal == nil else { return endObject() }
    field("alignment", wording.alignment)
    field("offset", wording.offset)
    for party in Party.allCases {
      self.name(party.name)
      beginObject()
      fields(wording.parties[party], hasActs: wording.hasActs)
      endObject()
    }
    if wording.hasActs {
      field("customer_facts", wording.facts)
      field("facts_said_again", wording.repeatedFacts)
      self.name("closed")
      if let isClosed = wording.isClosed { value(isClosed) } else { null() }
    }
    self.name("not_measured")
    beginArray()
    for reason in wording.withheld { value(reason) }
    endArray()
    endObject()
  }

  private mutating func fields(_ figures: PartyWording, hasActs: Bool) {
    field("coverage", figures.coverage)
    field("words", figures.words)
    field("utterances", figures.utterances)
    field("words_per_minute", figures.wordsPerMinute, places: 1)
    self.name("longest_sentence")
    if let longest = figures.longestSentence { value(longest) } else { null() }
    guard hasActs else { return }
    field("questions", figures.questions)
    field("open_questions_at_least", figures.openQuestions)
    field("answer_median", figures.answer)
    field("possible_playbacks", figures.playbacks)
    field("open_pauses", figures.openPauses)
    field("cuts_in_pause", figures.cutsInPause)
    field("acknowledgements_over_speech", figures.judged.acknowledgements)
    field("flags_taken_back_by_words", figures.judged.takenBack)
    field("interruptions_found_by_words", figures.judged.added)
    self.name("phrases")
    beginObject()
    for kind in PhraseKind.allCases { field(kind.rawValue, figures.phrases[kind] ?? 0) }
    endObject()
  }
}
