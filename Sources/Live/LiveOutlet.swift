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
  /// The results of calls that wait for room: they are not dropped.
  private var results: [Event] = []
  private var hasNews = false

  init(queue: BoundedQueue<LiveItem>, control: LiveControl, waits: Bool) {
    self.queue = queue
    self.control = control
    self.waits = waits
  }

  /// Passes an item on.
  mutating func send(_ item: LiveItem) {
    switch item {
    case .event(let event): send(event)
    case .status:
      // Where the audio waits so does it, so that the same comes of it every time.
      if waits { waitForRoom(1) }
      sendIfRoom(item)
    case .notice: sendIfRoom(item)
    case .wording:
      if waits { waitForRoom(1) }
      sendIfRoom(item)
    case .ended(let ending): end(ending)
    }
  }

  /// Passes an event on, after a warning where others were dropped before it.
  private mutating func send(_ event: Event) {
    if dropped > droppedBefore {
      if waits { waitForRoom(2) }
      guard queue.room >= 2 else { return drop(event) }
      droppedBefore = dropped
      _ = queue.offer(.event(Event(at: event.at, kind: .warning(.eventsDropped, nil))))
    }
    sendResults()
    if waits { waitForRoom(1) }
    if results.isEmpty, queue.offer(.event(event)) { hasNews = true } else { drop(event) }
  }

  private mutating func drop(_ event: Event) {
    if case .callEnded = event.kind { results.append(event) } else { dropped += 1 }
  }

  private mutating func sendResults() {
    while let result = results.first {
      if waits { waitForRoom(1) }
      guard queue.offer(.event(result)) else { return }
      hasNews = true
      results.removeFirst()
    }
  }

  /// Passes on what will be said again, or is less than an event: it is not counted.
  private mutating func sendIfRoom(_ item: LiveItem) {
    if queue.offer(item) { hasNews = true }
  }

  /// Passes on the last item, which must not be lost.
  private mutating func end(_ ending: LiveEnding) {
    var ending = ending
    ending.droppedEvents = dropped
    sendResults()
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
