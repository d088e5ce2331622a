import Conversation

/// Events as fields of the innermost object, in the order of `docs/event-stream.md`.
extension JSONText {
  mutating func fields(_ event: Event) {
    field("event", event.kind.name)
    switch event.kind {
    case .metrics(let metrics):
      field("at", event.at)
      return fields(metrics)
    case .callEnded(let interval, let metrics):
      fields(interval)
      field("at", event.at)
      return fields(metrics)
    default: break
    }
    speechFields(event.kind)
    floorFields(event.kind)
    silenceFields(event.kind)
    if case .interruption(let interruption) = event.kind {
      field("at", event.at)
      field("confidence", interruption.confidence)
      field("salience", interruption.salience)
    } else {
      field("at", event.at)
    }
  }

  private mutating func speechFields(_ kind: Event.Kind) {
    switch kind {
    case .speechStarted(let party, let start), .speechCancelled(let party, let start),
      .monologueStarted(let party, let start):
      field("party", party)
      field("start", start)
    case .speech(let party, let interval), .turn(let party, let interval),
      .backchannel(let party, let interval), .monologue(let party, let interval):
      field("party", party)
      fields(interval)
    case .prematureAnswer(let party, let start, let confidence):
      field("party", party)
      field("start", start)
      field("confidence", confidence)
    default: break
    }
  }

  private mutating func floorFields(_ kind: Event.Kind) {
    switch kind {
    case .transition(let from, let to, let offset, let start):
      field("from", from)
      field("to", to)
      field("offset", offset)
      field("start", start)
    case .overlapStarted(let party, let start):
      field("by", party)
      field("start", start)
    case .overlap(let party, let interval, let kind):
      field("by", party)
      fields(interval)
      field("kind", kind.rawValue)
    case .interruption(let interruption):
      field("id", interruption.id)
      field("party", interruption.party)
      field("interrupted", interruption.party.other)
      field("start", interruption.start)
    case .interruptionResolved(let resolution):
      field("id", resolution.id)
      field("outcome", resolution.outcome.rawValue)
      field("overlap", resolution.overlap)
      field("salience", resolution.salience)
    case .retraction(let id, let reason):
      field("id", id)
      field("reason", reason.rawValue)
    default: break
    }
  }

  private mutating func silenceFields(_ kind: Event.Kind) {
    switch kind {
    case .deadAirStarted(let start), .callStarted(let start), .holdStarted(let start):
      field("start", start)
    case .hold(let interval):
      fields(interval)
    case .deadAir(let interval, let endedBy):
      fields(interval)
      field("ended_by", endedBy?.name)
    case .unknown(let party, let interval, let reason):
      field("party", party)
      fields(interval)
      field("reason", reason.rawValue)
    case .device(let party, let state, let name):
      if let party { field("party", party) }
      field("state", state.rawValue)
      field("name", name)
    case .muteStarted(let party, let start):
      field("party", party)
      field("start", start)
    case .mute(let party, let interval):
      field("party", party)
      fields(interval)
    case .warning(let code, let party):
      field("code", code.rawValue)
      if let party { field("party", party) }
    case .toneChange(let change):
      fields(change)
    case .guidance(let rule):
      field("rule", rule.rawValue)
      field("text", rule.nudge)
    case .words(let event): fields(event)
    default: break
    }
  }
}
