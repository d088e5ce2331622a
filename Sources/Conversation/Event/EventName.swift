/// The names of all kinds of events, as the event stream has them, in the order of its page.
public enum EventName: String, CaseIterable, Sendable {
  case speechStarted = "speech_started"
  case speechCancelled = "speech_cancelled"
  case speech
  case turn
  case transition
  case monologueStarted = "monologue_started"
  case monologue
  case overlapStarted = "overlap_started"
  case overlap
  case resumption
  case interruption
  case interruptionResolved = "interruption_resolved"
  case retraction
  case contest
  case contestWithdrawn = "contest_withdrawn"
  case backchannel
  case prematureAnswer = "premature_answer"
  case deadAirStarted = "dead_air_started"
  case deadAir = "dead_air"
  case unknown
  case device
  case muteStarted = "mute_started"
  case mute
  case warning
  case nothingHeard = "nothing_heard"
  case callStarted = "call_started"
  case callEnded = "call_ended"
  case lesson
  case holdStarted = "hold_started"
  case hold
  case mark
  case toneChange = "tone_change"
  case guidance
  case utterance
  case question
  case playback
  case phrase
  case cutInPause = "cut_in_pause"
  case settled
  case metrics
}

extension Event.Kind {
  /// The entry of this kind in the catalogue of events.
  public var entry: EventEntry {
    switch self {
    case .speechStarted(let party, let start): EventEntry(.speechStarted, party, start: start)
    case .speechCancelled(let party, let start): EventEntry(.speechCancelled, party, start: start)
    case .speech(let party, let interval): EventEntry(.speech, party, interval)
    case .turn(let party, let interval): EventEntry(.turn, party, interval)
    case .transition(_, let party, _, let start): EventEntry(.transition, party, start: start)
    case .monologueStarted(let party, let start):
      EventEntry(.monologueStarted, party, start: start)
    case .monologue(let party, let interval): EventEntry(.monologue, party, interval)
    case .overlapStarted(let party, let start): EventEntry(.overlapStarted, party, start: start)
    case .overlap(let overlap): EventEntry(.overlap, overlap.by, overlap.interval)
    case .resumption(let resumption):
      EventEntry(.resumption, resumption.party, start: resumption.start)
    case .interruption(let flag): EventEntry(.interruption, flag.party, start: flag.start)
    case .interruptionResolved: EventEntry(.interruptionResolved)
    case .retraction: EventEntry(.retraction)
    case .contest: EventEntry(.contest)
    case .contestWithdrawn: EventEntry(.contestWithdrawn)
    case .backchannel(let party, let interval): EventEntry(.backchannel, party, interval)
    case .prematureAnswer(let party, let start, _):
      EventEntry(.prematureAnswer, party, start: start)
    case .deadAirStarted(let start): EventEntry(.deadAirStarted, start: start)
    case .deadAir(let interval, _): EventEntry(.deadAir, interval)
    case .unknown(let party, let interval, _): EventEntry(.unknown, party, interval)
    case .device(let party, _, _): EventEntry(.device, party)
    case .muteStarted(let party, let start): EventEntry(.muteStarted, party, start: start)
    case .mute(let party, let interval): EventEntry(.mute, party, interval)
    case .warning(_, let party): EventEntry(.warning, party)
    case .nothingHeard(let party, let since): EventEntry(.nothingHeard, party, start: since)
    case .callStarted(let start): EventEntry(.callStarted, start: start)
    case .callEnded(let interval, _): EventEntry(.callEnded, interval)
    case .lesson: EventEntry(.lesson)
    case .holdStarted(let start): EventEntry(.holdStarted, start: start)
    case .hold(let interval): EventEntry(.hold, interval)
    case .mark: EventEntry(.mark)
    case .toneChange(let change): EventEntry(.toneChange, change.party, start: change.start)
    case .guidance: EventEntry(.guidance)
    case .words(let event): event.entry
    case .settled: EventEntry(.settled)
    case .metrics: EventEntry(.metrics)
    }
  }
}
