import Calls
import Conversation

/// Between the engine and the reader: finds the calls in what a session tells.
struct LiveCalls: Sendable {
  private var tracker: CallTracker
  private var now = SampleTime.zero

  init(_ configuration: Configuration) {
    tracker = CallTracker(configuration)
  }

  /// Takes the engine's next item and returns what the reader is to be told.
  mutating func take(_ item: LiveItem) -> [LiveItem] {
    switch item {
    case .event(let event):
      now = max(now, event.at)
      return told { tracker, tell in tracker.take(event, emit: tell) }
    case .status(var status):
      now = max(now, status.consumed)
      let items = told { [now] tracker, tell in
        tracker.advance(to: now, line: status.line, emit: tell)
      }
      status.metrics = tracker.metrics(at: now)
      return items + [.status(status)]
    case .notice: return [item]
    case .ended(let ending):
      let items = told { [now] tracker, tell in
        tracker.finish(at: now, counts: ending.counts, emit: tell)
      }
      return items + [.ended(summedUp(ending))]
    }
  }

  mutating func mark() -> [LiveItem] { [.event(Event(at: now, kind: .mark))] }

  mutating func startNewCall() -> [LiveItem] {
    told { [now] tracker, tell in tracker.startNewCall(at: now, emit: tell) }
  }

  mutating func toggleHold() -> [LiveItem] {
    told { [now] tracker, tell in tracker.toggleHold(at: now, emit: tell) }
  }

  private mutating func told(
    _ body: (inout CallTracker, (Event) -> Void) -> Void
  ) -> [LiveItem] {
    var items: [LiveItem] = []
    body(&tracker) { items.append(.event($0)) }
    return items
  }

  private func summedUp(_ ending: LiveEnding) -> LiveEnding {
    var ending = ending
    ending.summary.listened = ending.summary.metrics.duration
    let withheld = ending.summary.withheld
    ending.summary.metrics = tracker.total
    ending.summary.withheld = withheld
    ending.summary.calls = tracker.calls
    ending.summary.guidance = ending.summary.reliable ? tracker.guidanceLines : []
    if tracker.calls == 0 {
      ending.summary.notes.append(
        "no call was heard: one begins once both parties have spoken within half a minute")
    }
    return ending
  }
}
