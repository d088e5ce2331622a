import Conversation

/// Finds mutual silence that has become dead air.
struct SilenceTracker {
  private let threshold: Int
  /// The start of the mutual silence under way; nil without one.
  private(set) var start: Int?
  private var isReported = false

  init(settings: TurnSettings) {
    threshold = SampleTime(seconds: settings.deadAir).frames
  }

  /// Takes the states of the next frame.
  mutating func advance(
    _ frame: Int, _ states: PartyPair<FrameState>, emit: (Event.Kind) -> Void
  ) {
    if states.agent == .silent, states.customer == .silent {
      let since = start ?? frame
      start = since
      if !isReported, frame + 1 - since >= threshold {
        isReported = true
        emit(.deadAirStarted(start: SampleTime(frames: since)))
      }
      return
    }
    let first: Party? =
      states.agent == .speaking ? .agent : states.customer == .speaking ? .customer : nil
    end(at: frame, by: first, emit: emit)
  }

  /// Ends a silence that goes on to the end of the stream.
  mutating func finish(at frame: Int, emit: (Event.Kind) -> Void) {
    end(at: frame, by: nil, emit: emit)
  }

  private mutating func end(at frame: Int, by party: Party?, emit: (Event.Kind) -> Void) {
    if let start, isReported {
      let interval = Interval(start: SampleTime(frames: start), end: SampleTime(frames: frame))
      emit(.deadAir(interval, endedBy: party))
    }
    start = nil
    isReported = false
  }
}
