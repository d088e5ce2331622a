import Conversation

extension Event.Kind {
  /// The stretch that a judgement is about; nil for what is merely heard, and for what ends a flag.
  var judged: Interval? {
    switch self {
    case .turn(_, let interval), .monologue(_, let interval), .backchannel(_, let interval):
      interval
    case .interruption(let flag): Interval(start: flag.start, end: flag.start)
    case .resumption(let resumption):
      Interval(start: resumption.overStart, end: resumption.start)
    case .prematureAnswer(_, let start, _), .monologueStarted(_, let start):
      Interval(start: start, end: start)
    case .transition(_, _, let offset, let start):
      Interval(start: start - max(.zero, offset), end: start)
    case .toneChange(let change): Interval(start: change.start, end: change.start)
    case .speechStarted, .speechCancelled, .speech, .overlapStarted, .overlap, .unknown, .device,
      .muteStarted, .mute, .warning, .nothingHeard, .mark:
      nil
    case .interruptionResolved, .retraction, .contest, .contestWithdrawn: nil
    // What a call makes of its own time.
    case .deadAirStarted, .deadAir, .callStarted, .callEnded, .lesson, .holdStarted, .hold,
      .guidance, .words, .settled, .metrics:
      nil
    }
  }
}
