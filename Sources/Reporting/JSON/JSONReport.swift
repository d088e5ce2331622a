import Conversation
import Wording

/// One JSON object for a finished call: session, summary, and lists of what happened.
public enum JSONReport {
  /// The object in UTF-8, a list's element a line; withheld lists and figures are omitted.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    var text = JSONText(brokenLevels: 2)
    text.value(call)
    text.endLine()
    return text.bytes
  }
}

extension JSONText {
  /// Writes a whole report as a value.
  mutating func value(_ call: CallReport) {
    beginObject()
    name("session")
    beginObject()
    fields(call.session, version: call.version)
    endObject()
    name("summary")
    beginObject()
    fields(call.summary)
    endObject()
    if call.shows(.speech) { speech(call) }
    if call.shows(.overlap) {
      list("overlaps", call.record.overlaps) { text, overlap in text.fields(overlap) }
    }
    if call.shows(.interruptions) {
      interruptions(call)
      list("resumptions", call.record.resumptions) { text, resumption in text.fields(resumption) }
      list("nudges", call.record.nudges) { text, nudge in
        text.field("rule", nudge.nudge.rule.rawValue)
        text.field("text", nudge.nudge.words)
        text.field("start", nudge.nudge.start)
        text.field("at", nudge.at)
      }
    }
    if call.shows(.speech) {
      list("tone_changes", call.record.toneChanges) { text, change in text.fields(change) }
      silences(call)
    }
    if call.summary.wording != nil, call.shows(.speech) {
      list("words", call.record.words) { text, event in
        text.field("event", event.entry.name.rawValue)
        text.fields(event)
      }
    }
    input(call.record)
    endObject()
  }

  fileprivate mutating func list<Element>(
    _ name: String, _ elements: [Element], _ fields: (inout JSONText, Element) -> Void
  ) {
    self.name(name)
    beginArray()
    for element in elements {
      beginObject()
      fields(&self, element)
      endObject()
    }
    endArray()
  }

  fileprivate mutating func stretches(
    _ name: String, _ stretches: [(party: Party, interval: Interval)]
  ) {
    list(name, stretches) { text, stretch in
      text.field("party", stretch.party)
      text.fields(stretch.interval)
    }
  }

  fileprivate mutating func speech(_ call: CallReport) {
    stretches("speech", call.merged(call.record.segments))
    stretches("turns", call.merged(call.record.turns))
    list("transitions", call.record.transitions) { text, transition in
      text.field("from", transition.from)
      text.field("to", transition.to)
      text.field("offset", transition.offset)
      text.field("start", transition.start)
    }
  }

  fileprivate mutating func interruptions(_ call: CallReport) {
    list("interruptions", call.record.interruptions) { text, interruption in
      text.flag(interruption.flag, at: interruption.at)
      text.field("salience", interruption.salience)
      text.field("outcome", interruption.resolution?.outcome.rawValue)
      text.field("overlap", interruption.resolution?.overlap)
      text.field("agreement", interruption.resolution?.agreement)
      text.field("holds_under_delay", interruption.resolution?.holdsUnderDelay)
    }
    list("retracted", call.record.retracted) { text, retracted in
      text.flag(retracted.flag, at: retracted.at)
      text.field("reason", retracted.reason.rawValue)
    }
    stretches("backchannels", call.merged(call.record.backchannels))
    list("premature_answers", call.record.prematureAnswers) { text, answer in
      text.field("party", answer.party)
      text.field("start", answer.start)
      text.field("confidence", answer.confidence)
    }
  }

  private mutating func flag(_ flag: Interruption, at: SampleTime) {
    field("id", flag.id)
    field("party", flag.party)
    field("interrupted", flag.party.other)
    field("start", flag.start)
    field("at", at)
    field("confidence", flag.confidence)
  }

  fileprivate mutating func silences(_ call: CallReport) {
    list("dead_air", call.record.deadAir) { text, silence in
      text.fields(silence.interval)
      text.field("ended_by", silence.endedBy?.name)
    }
    stretches("monologues", call.merged(call.record.monologues))
  }

  fileprivate mutating func input(_ record: CallRecord) {
    list("unknown", record.unknown) { text, unknown in
      text.field("party", unknown.party)
      text.fields(unknown.interval)
      text.field("reason", unknown.reason.rawValue)
    }
    list("warnings", record.warnings) { text, warning in
      text.field("code", warning.code.rawValue)
      text.field("party", warning.party?.name)
      text.field("at", warning.at)
    }
  }
}
