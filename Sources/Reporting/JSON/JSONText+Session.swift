import Conversation

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
  }

  mutating func fields(_ summary: Summary) {
    field("reliable", summary.reliable)
    name("notes")
    beginArray()
    for note in summary.notes { value(note) }
    endArray()
    if let calls = summary.calls { field("calls", calls) }
    if let listened = summary.listened { field("listened", listened) }
    fields(summary.metrics, without: summary.withheld)
  }
}
