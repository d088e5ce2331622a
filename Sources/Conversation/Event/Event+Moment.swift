extension Event {
  /// When the thing it reports happened: its beginning, or for the end of a call that end.
  ///
  /// What ends a flag has the time of the flag, which only its reader knows: here, when it was reported.
  public var moment: SampleTime {
    switch kind {
    case .speechStarted(_, let start), .speechCancelled(_, let start),
      .transition(_, _, _, let start), .overlapStarted(_, let start),
      .prematureAnswer(_, let start, _), .deadAirStarted(let start),
      .monologueStarted(_, let start), .muteStarted(_, let start), .callStarted(let start),
      .holdStarted(let start):
      start
    case .speech(_, let interval), .turn(_, let interval), .backchannel(_, let interval),
      .deadAir(let interval, _), .monologue(_, let interval), .unknown(_, let interval, _),
      .mute(_, let interval), .hold(let interval):
      interval.start
    case .overlap(let overlap): overlap.interval.start
    case .resumption(let resumption): resumption.start
    case .interruption(let flag): flag.start
    case .toneChange(let change): change.start
    case .words(let event): event.interval.start
    case .callEnded(let interval, _): interval.end
    case .interruptionResolved, .retraction, .contest, .contestWithdrawn, .device, .warning,
      .nothingHeard, .lesson, .mark, .guidance, .settled, .metrics:
      at
    }
  }
}
