import Conversation
import Wording

/// The beginning and the end of a stream as fields of the innermost object.
extension JSONText {
  mutating func fields(_ session: Session, version: String) {
    field("schema", Session.schema)
    field("version", version)
    field("source", session.source)
    field("sample_rate", session.sampleRate)
    name("parties")
    beginObject()
    for party in Party.allCases { field(party.name, session.parties[party]) }
    endObject()
    field("settings", session.settings)
    field("call_id", session.callID)
    field("agent_id", session.agentID)
    field("started", session.started)
    guard !session.labels.isEmpty else { return }
    name("labels")
    beginObject()
    for label in session.labels { field(label.name, label.value) }
    endObject()
  }

  mutating func fields(_ summary: Summary) {
    field("reliable", summary.reliable)
    name("notes")
    beginArray()
    for note in summary.notes { value(note) }
    endArray()
    name("guidance")
    beginArray()
    for line in summary.guidance { value(line) }
    endArray()
    field("guidance_absent", summary.guidanceAbsence)
    if let calls = summary.calls { field("calls", calls) }
    if let listened = summary.listened { field("listened", listened) }
    fields(summary.metrics)
    if let wording = summary.wording { field("wording", wording) }
  }

  private mutating func value(_ line: GuidanceLine) {
    beginObject()
    fields(line)
    endObject()
  }

  mutating func fields(_ line: GuidanceLine) {
    field("rule", line.rule.rawValue)
    field("is_strength", line.rule.isStrength)
    field("text", line.words.replacing("\u{A0}", with: " "))
    field("count", line.count)
    name("moments")
    beginArray()
    for moment in line.moments { value(moment.time) }
    endArray()
  }
}
