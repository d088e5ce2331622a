import Conversation
import Wording

/// Events as fields of the innermost object, in the order of `docs/event-stream.md`.
extension JSONText {
  mutating func fields(_ event: Event) {
    let entry = event.kind.entry
    field("event", entry.name.rawValue)
    switch event.kind {
    // Whose it is and when is all there is to it.
    case .speechStarted, .speechCancelled, .speech, .turn, .monologueStarted, .monologue,
      .backchannel, .deadAirStarted, .muteStarted, .mute, .nothingHeard, .callStarted,
      .holdStarted, .hold, .mark:
      fields(entry)
    case .transition(let from, let to, let offset, let start):
      field("from", from)
      field("to", to)
      field("offset", offset)
      field("start", start)
    case .overlapStarted:
      fields(entry, party: "by")
    case .overlap(let overlap): fields(overlap)
    case .resumption(let resumption): fields(resumption)
    case .interruption(let flag): return fields(flag, at: event.at)
    case .interruptionResolved(let resolution):
      field("id", resolution.id)
      field("outcome", resolution.outcome.rawValue)
      field("overlap", resolution.overlap)
      field("salience", resolution.salience)
      field("agreement", resolution.agreement)
      field("holds_under_delay", resolution.holdsUnderDelay)
    case .retraction(let id, let reason):
      field("id", id)
      field("reason", reason.rawValue)
    case .contest(let id), .contestWithdrawn(let id): field("id", id)
    case .settled(let time): field("through", time)
    case .lesson(let line): fields(line)
    case .prematureAnswer(_, _, let confidence):
      fields(entry)
      field("confidence", confidence)
    case .deadAir(_, let endedBy):
      fields(entry)
      field("ended_by", endedBy?.name)
    case .unknown(_, _, let reason):
      fields(entry)
      field("reason", reason.rawValue)
    case .device(_, let state, let name):
      fields(entry)
      field("state", state.rawValue)
      field("name", name)
    case .warning(let code, _):
      field("code", code.rawValue)
      fields(entry)
    case .toneChange(let change):
      fields(change)
    case .guidance(let nudge):
      field("rule", nudge.rule.rawValue)
      field("text", nudge.words)
      field("start", nudge.start)
    case .words(let word): fields(word)
    case .callEnded(_, let metrics):
      fields(entry)
      field("at", event.at)
      return fields(metrics)
    case .metrics(let metrics):
      field("at", event.at)
      return fields(metrics)
    }
    field("at", event.at)
  }

  /// An overlap with the class of its onset and the figures that decided it.
  mutating func fields(_ overlap: Overlap) {
    field("by", overlap.by)
    fields(overlap.interval)
    field("kind", overlap.kind.rawValue)
    field("class", overlap.onset?.kind.rawValue)
    field("own_silence", overlap.onset?.ownSilence)
    field("lead", overlap.onset?.lead)
    field("other_spoken", overlap.onset?.otherSpoken)
    field("offset", overlap.onset?.offset)
    if let flag = overlap.onset?.supersedes { field("supersedes", flag) }
    // Only where it was judged with words.
    if let words = overlap.onset?.words {
      field("words", words.said)
      field("words_acknowledging", words.listed)
    }
  }

  mutating func fields(_ resumption: Resumption) {
    field("party", resumption.party)
    field("start", resumption.start)
    field("over_start", resumption.overStart)
    field("lead", resumption.lead)
    field("contested", resumption.isContested)
  }

  /// Whose it is and when, as far as an event has a party and times.
  private mutating func fields(_ entry: EventEntry, party name: String = "party") {
    if let party = entry.party { field(name, party) }
    if let start = entry.start { field("start", start) }
    if let end = entry.end { field("end", end) }
  }

  private mutating func fields(_ flag: Interruption, at time: SampleTime) {
    field("id", flag.id)
    field("party", flag.party)
    field("interrupted", flag.party.other)
    field("start", flag.start)
    field("at", time)
    field("confidence", flag.confidence)
    field("salience", flag.salience)
  }
}
