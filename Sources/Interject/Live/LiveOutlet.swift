import CRealtime
import Conversation
import Synchronization

/// The engine's end of the queue: what finds no room is counted, and said as soon as there is some.
struct LiveOutlet {
  private let queue: LiveQueue<LiveItem>
  private let control: LiveControl
  /// Whether to wait for room: where the audio waits as well, and at the end.
  var waits: Bool
  private(set) var dropped = 0
  private var droppedBefore = 0

  init(queue: LiveQueue<LiveItem>, control: LiveControl, waits: Bool) {
    self.queue = queue
    self.control = control
    self.waits = waits
  }

  /// Passes an event on, after a warning where others were dropped before it.
  mutating func send(_ event: Event) {
    if dropped > droppedBefore {
      if waits { waitForRoom(2) }
      guard queue.room >= 2 else {
        dropped += 1
        return
      }
      droppedBefore = dropped
      _ = queue.offer(.event(Event(at: event.at, kind: .warning(.eventsDropped, nil))))
    }
    if waits { waitForRoom(1) }
    if !queue.offer(.event(event)) { dropped += 1 }
  }

  /// Passes on a status; where the audio waits so does it, so that the same comes of it every time.
  func send(_ status: LiveStatus) {
    if waits { waitForRoom(1) }
    _ = queue.offer(.status(status))
  }

  /// Passes on what will be said again, or is less than an event: it is not counted.
  func sendIfRoom(_ item: LiveItem) {
    _ = queue.offer(item)
  }

  /// Passes on the last item, which must not be lost.
  func end(_ ending: LiveEnding) {
    waitForRoom(1)
    _ = queue.offer(.ended(ending))
  }

  private func waitForRoom(_ count: Int) {
    while queue.room < count, !control.isAbandoned.load(ordering: .relaxed) {
      ij_sleep(500_000)
    }
  }
}
