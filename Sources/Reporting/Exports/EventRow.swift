import Conversation

/// A row of the events CSV.
struct EventRow {
  var event: EventName
  var party: Party?
  var start: SampleTime
  var end: SampleTime?
  var id: Int?
  var detail = ""
  var overlap: SampleTime?
  var offset: SampleTime?
  var confidence: Double?
  var salience: Double?
  var onset: Onset?
  var lead: SampleTime?
  var resolution: InterruptionResolution?

  /// By their starts, and by their names where they start at once.
  static func precedes(_ one: EventRow, _ other: EventRow) -> Bool {
    (one.start, one.event.rawValue) < (other.start, other.event.rawValue)
  }

  func write(of session: Session, to text: inout CSVRow) {
    text.append(session.source)
    text.append(event.rawValue)
    text.append(party?.name ?? "")
    text.append(start)
    text.append(end)
    text.append(id)
    text.append(detail)
    text.append(overlap)
    text.append(offset)
    text.append(confidence)
    text.append(salience)
    text.append(onset?.kind.rawValue ?? "")
    text.append(onset?.ownSilence)
    text.append(onset?.lead ?? lead)
    text.append(onset?.otherSpoken)
    text.append(resolution?.agreement)
    text.append(resolution.map { $0.holdsUnderDelay ? "true" : "false" } ?? "")
    text.append(session.callID ?? "")
    text.append(session.agentID ?? "")
    text.append(session.started ?? "")
    for label in session.labels { text.append(label.value) }
    text.end()
  }
}
