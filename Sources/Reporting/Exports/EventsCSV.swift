public import Conversation
import Wording

/// What happened in a call as comma-separated values, a row each in the order of starts (RFC 4180).
///
/// Times are in seconds; a column that an event has no value for is empty.
public enum EventsCSV {
  private static let columns = [
    "source", "event", "party", "start", "end", "id", "detail", "overlap", "offset",
    "confidence", "salience", "class", "own_silence", "lead", "other_spoken", "agreement",
    "holds_under_delay", "call_id", "agent_id", "started",
  ]

  /// A header and the rows of each call, which all have the same labels; what is withheld is left out.
  public static func bytes(_ calls: [CallReport]) -> [UInt8] {
    header(for: calls.first?.session.labels ?? []) + calls.flatMap(rows)
  }

  /// The header line; the labels of the calls are its last columns.
  public static func header(for labels: [CallLabel] = []) -> [UInt8] {
    var text = CSVRow()
    for column in columns { text.append(column) }
    for label in labels { text.append(label.name) }
    text.end()
    return text.bytes
  }

  /// The rows of a call, without the header.
  public static func rows(_ call: CallReport) -> [UInt8] {
    var text = CSVRow()
    for row in rows(of: call).sorted(by: EventRow.precedes) {
      row.write(of: call.session, to: &text)
    }
    return text.bytes
  }

  private static func rows(of call: CallReport) -> [EventRow] {
    let record = call.record
    var rows = stretches(.speech, call.merged(record.segments))
    rows += stretches(.turn, call.merged(record.turns))
    rows += stretches(.monologue, call.merged(record.monologues))
    rows += record.transitions.map {
      EventRow(
        event: .transition, party: $0.to, start: $0.start, detail: "from \($0.from.name)",
        offset: $0.offset)
    }
    rows += record.deadAir.map {
      EventRow(
        event: .deadAir, start: $0.interval.start, end: $0.interval.end,
        detail: $0.endedBy.map { "ended by \($0.name)" } ?? "")
    }
    rows += record.unknown.map {
      EventRow(
        event: .unknown, party: $0.party, start: $0.interval.start, end: $0.interval.end,
        detail: $0.reason.rawValue)
    }
    rows += record.warnings.map {
      EventRow(event: .warning, party: $0.party, start: $0.at, detail: $0.code.rawValue)
    }
    rows += call.record.toneChanges.map {
      EventRow(event: .toneChange, party: $0.party, start: $0.start, detail: $0.words)
    }
    if call.shows(.overlap) {
      rows += record.overlaps.map {
        EventRow(
          event: .overlap, party: $0.by, start: $0.interval.start, end: $0.interval.end,
          detail: $0.kind.rawValue, overlap: $0.interval.length, offset: $0.onset?.offset,
          onset: $0.onset)
      }
    }
    rows += record.words.map(row)
    return call.shows(.interruptions) ? rows + interruptionRows(of: call) : rows
  }

  private static func row(of event: WordEvent) -> EventRow {
    var row = EventRow(
      event: event.entry.name, party: event.party, start: event.interval.start,
      end: event.interval.end)
    var details: [String] = []
    switch event {
    case .utterance(_, _, let words, _): details.append("words: \(words)")
    case .question(_, _, let isOpen, _, _): if isOpen { details.append("open") }
    case .playback(_, _, _, let share, _, _): row.confidence = share
    case .phrase(_, _, let kind, _): details.append(kind.rawValue)
    case .cutInPause(_, _, let gap, _): row.offset = gap
    }
    if let text = event.text { details.append(text) }
    row.detail = details.joined(separator: ": ")
    return row
  }

  private static func interruptionRows(of call: CallReport) -> [EventRow] {
    var rows = call.record.interruptions.map {
      EventRow(
        event: .interruption, party: $0.flag.party, start: $0.flag.start, id: $0.flag.id,
        detail: $0.resolution?.outcome.rawValue ?? "open", overlap: $0.resolution?.overlap,
        confidence: $0.flag.confidence, salience: $0.salience, resolution: $0.resolution)
    }
    rows += call.record.resumptions.map {
      EventRow(
        event: .resumption, party: $0.party, start: $0.start,
        detail: $0.isContested ? "contested" : "", lead: $0.lead)
    }
    rows += call.record.retracted.map {
      EventRow(
        event: .retraction, party: $0.flag.party, start: $0.flag.start, id: $0.flag.id,
        detail: $0.reason.rawValue, confidence: $0.flag.confidence)
    }
    rows += stretches(.backchannel, call.merged(call.record.backchannels))
    rows += call.record.prematureAnswers.map {
      EventRow(
        event: .prematureAnswer, party: $0.party, start: $0.start, confidence: $0.confidence)
    }
    rows += call.record.nudges.map {
      EventRow(event: .guidance, start: $0.at, detail: $0.nudge.rule.rawValue)
    }
    return rows
  }

  private static func stretches(
    _ event: EventName, _ stretches: [(party: Party, interval: Interval)]
  ) -> [EventRow] {
    stretches.map {
      EventRow(
        event: event, party: $0.party, start: $0.interval.start, end: $0.interval.end)
    }
  }
}
