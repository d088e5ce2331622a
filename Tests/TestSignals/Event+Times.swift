public import Conversation

extension Event.Kind {
  /// The times in the stream that an event tells of.
  public var times: [SampleTime] {
    switch self {
    case .words(let event): [event.interval.start, event.interval.end]
    case .speechStarted(_, let start), .speechCancelled(_, let start),
      .transition(_, _, _, let start), .overlapStarted(_, let start),
      .prematureAnswer(_, let start, _),
      .deadAirStarted(let start), .monologueStarted(_, let start), .callStarted(let start),
      .holdStarted(let start), .muteStarted(_, let start), .nothingHeard(_, let start),
      .settled(let start):
      [start]
    case .speech(_, let span), .turn(_, let span),
      .backchannel(_, let span), .deadAir(let span, _), .monologue(_, let span),
      .unknown(_, let span, _), .mute(_, let span), .callEnded(let span, _), .hold(let span):
      [span.start, span.end]
    case .overlap(let overlap): [overlap.interval.start, overlap.interval.end]
    case .resumption(let resumption): [resumption.overStart, resumption.start]
    case .interruption(let flag): [flag.start]
    case .toneChange(let change): [change.start]
    case .guidance(let nudge): [nudge.start]
    case .lesson(let line): line.moments.map(\.time)
    case .interruptionResolved, .retraction, .contest, .contestWithdrawn, .device, .warning, .mark,
      .metrics:
      []
    }
  }
}
