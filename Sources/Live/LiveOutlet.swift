import CRealtime
import Conversation
import Realtime
import Synchronization

/// The engine's end of the queue: what finds no room is counted, and said as soon as there is some.
struct LiveOutlet {
  private let queue: BoundedQueue<LiveItem>
  private let control: LiveControl
  /// Whether to wait for room: where the audio waits as well, and at the end.
  var waits: Bool
  private(set) var dropped = 0
  private var droppedBefore = 0
  private var hasNews = false

  init(queue: BoundedQueue<LiveItem>, control: LiveControl, waits: Bool) {
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
    if queue.offer(.event(event)) { hasNews = true } else { dropped += 1 }
  }

  /// Passes on a status; where the audio waits so does it, so that the same comes of it every time.
  mutating func send(_ status: LiveStatus) {
    if waits { waitForRoom(1) }
    sendIfRoom(.status(status))
  }

  /// Passes on what will be said again, or is less than an event: it is not counted.
  mutating func sendIfRoom(_ item: LiveItem) {
    if queue.offer(item) { hasNews = true }
  }

  /// Passes on the last item, which must not be lost.
  mutating func end(_ ending: LiveEnding) {
    waitForRoom(1)
    sendIfRoom(.ended(ending))
    announce()
  }

  /// Wakes a reader that sleeps, if there is anything new for it.
  ///
  /// Apart from the engine's steps: waking a thread takes longer than a step.
  mutating func announce() {
    guard hasNews else { return }
    hasNews = false
    queue.announce()
  }

  private mutating func waitForRoom(_ count: Int) {
    if queue.room < count { announce() }
    while queue.room < count, !control.isAbandoned.load(ordering: .relaxed) {
      ij_sleep(500_000)
    }
  }
}
