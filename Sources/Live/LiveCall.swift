public import Conversation
import Listening
import Realtime
import Synchronization

/// A call that is heard while it runs: the engine works on a thread of its own.
///
/// Use it from one thread: take items with `next` until it gives nil, then `wait`, until `ended`
/// has come. However slowly they are taken, the engine goes on: what finds no room is counted, and
/// a warning says so. Hearing stops when the call goes out of use.
public struct LiveCall: ~Copyable {
  /// What is heard.
  public let session: Session
  /// The time from a sound to its delivery, as far as the source has a part in it; nil for none.
  public let delays: PartyPair<SampleTime?>
  private let queue: BoundedQueue<LiveItem>
  private let control: LiveControl
  private let stopWaiting: @Sendable () -> Void
  private let thread: OwnThread
  /// What finds the calls; nil where all is one.
  private var calls: LiveCalls?
  /// What the reader is told before anything else.
  private var found: ArraySlice<LiveItem> = []

  private init(
    session: Session, delays: PartyPair<SampleTime?>, queue: BoundedQueue<LiveItem>,
    control: LiveControl, stopWaiting: @escaping @Sendable () -> Void, thread: OwnThread,
    calls: LiveCalls?
  ) {
    self.session = session
    self.delays = delays
    self.queue = queue
    self.control = control
    self.stopWaiting = stopWaiting
    self.thread = thread
    self.calls = calls
  }

  deinit {
    stop()
    control.isAbandoned.store(true, ordering: .relaxed)
    // A plugin may hang in a call to a dead sound server; the program ends all the same.
    thread.join(milliseconds: 3000)
  }

  /// Begins to hear a source, on a new thread; the source is used there only.
  ///
  /// - Throws: `LiveCallError` when the system has no thread left.
  public static func start<Source: LiveSource & ~Copyable>(
    _ source: consuming sending Source, settings: LiveSettings = LiveSettings()
  ) throws(LiveCallError) -> LiveCall {
    var session = source.session
    let delays = source.delays
    let stopWaiting = source.stopWaiting
    session.settings = settings.configuration.fingerprint
    session.take(settings.identity)
    let queue = BoundedQueue<LiveItem>(capacity: settings.queueCapacity)
    let control = LiveControl()
    let loop = LiveLoop(source: source, settings: settings, queue: queue, control: control)
    let thread: OwnThread
    do {
      thread = try OwnThread(LiveThread(loop), name: "engine")
    } catch {
      throw LiveCallError(systemError: error.systemError)
    }
    return LiveCall(
      session: session, delays: delays, queue: queue, control: control,
      stopWaiting: stopWaiting, thread: thread,
      calls: settings.followsCalls ? LiveCalls(settings.configuration) : nil)
  }

  /// Takes the next item; nil when nothing more has come yet.
  public mutating func next() -> LiveItem? {
    while true {
      if let item = found.popFirst() { return item }
      guard let item = queue.take() else { return nil }
      guard let items = calls?.take(item) else { return item }
      found = items[...]
    }
  }

  /// Waits until an item has come, a signal interrupts, a descriptor can be read or time is over.
  public func wait(milliseconds: Int, or descriptor: Int32? = nil) {
    guard found.isEmpty else { return }
    queue.wait(milliseconds: milliseconds, or: descriptor ?? -1)
  }

  /// Marks the moment, where calls are followed.
  public mutating func mark() { found += calls?.mark() ?? [] }

  /// A new call begins now, where calls are followed; one that is under way is over.
  public mutating func startNewCall() { found += calls?.startNewCall() ?? [] }

  /// The call under way is on hold, or goes on, where calls are followed.
  public mutating func toggleHold() { found += calls?.toggleHold() ?? [] }

  /// Whether the customer does not hear the agent, who therefore counts as silent.
  public var isAgentMuted: Bool {
    get { control.isAgentMuted.load(ordering: .relaxed) }
    nonmutating set { control.isAgentMuted.store(newValue, ordering: .relaxed) }
  }

  /// Whether audio is withheld from the engine.
  public var isPaused: Bool { control.isPaused.load(ordering: .relaxed) }

  /// Withholds audio from the engine, from the next block on: unknown time with the reason `paused`.
  public func pause() { control.isPaused.store(true, ordering: .relaxed) }

  /// Lets the engine hear again.
  public func resume() { control.isPaused.store(false, ordering: .relaxed) }

  /// Asks for the end; what has happened until then can still be taken, and `ended` comes last.
  public func stop() {
    control.isStopping.store(true, ordering: .relaxed)
    stopWaiting()
  }
}
