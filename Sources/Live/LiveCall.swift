public import Conversation
import Realtime
import Synchronization

/// A session heard live, on a thread of its own: its calls.
///
/// Use it from one thread: take items with `next` until it gives nil, then `wait`, until `ended`
/// has come. However slowly they are taken, the engine goes on: what finds no room is counted, and
/// a warning says so. Hearing stops when the call goes out of use.
public struct LiveCall: ~Copyable {
  /// What is heard.
  public let session: Session
  /// The time from a sound to its delivery, as far as the source causes it; nil for none.
  public let delays: PartyPair<SampleTime?>
  private let queue: BoundedQueue<LiveItem>
  private let control: LiveControl
  private let stopWaiting: @Sendable () -> Void
  private let thread: OwnThread

  private init(
    session: Session, delays: PartyPair<SampleTime?>, queue: BoundedQueue<LiveItem>,
    control: LiveControl, stopWaiting: @escaping @Sendable () -> Void, thread: OwnThread
  ) {
    self.session = session
    self.delays = delays
    self.queue = queue
    self.control = control
    self.stopWaiting = stopWaiting
    self.thread = thread
  }

  deinit {
    stop()
    control.isAbandoned.store(true, ordering: .relaxed)
    // A plugin may hang in a call to a dead sound server; the program ends all the same.
    thread.join(milliseconds: 3000)
  }

  /// Starts listening to a source, on a new thread; the source is only used there.
  ///
  /// - Throws: `LiveCallError` when the system has no thread left.
  public static func start<Source: LiveSource & ~Copyable>(
    _ source: consuming sending Source, settings: LiveSettings = LiveSettings()
  ) throws(LiveCallError) -> LiveCall {
    let delays = source.delays
    let stopWaiting = source.stopWaiting
    let queue = BoundedQueue<LiveItem>(capacity: settings.queueCapacity)
    let control = LiveControl()
    let loop = LiveLoop(source: source, settings: settings, queue: queue, control: control)
    let session = loop.session
    let thread: OwnThread
    do {
      thread = try OwnThread(LiveThread(loop), name: "engine")
    } catch {
      throw LiveCallError(systemError: error.systemError)
    }
    return LiveCall(
      session: session, delays: delays, queue: queue, control: control,
      stopWaiting: stopWaiting, thread: thread)
  }

  /// Takes the next item; nil when there is none yet.
  public func next() -> LiveItem? { queue.take() }

  /// The measures of the call under way, as of about the last `status`; nil where there is none.
  public var metrics: Metrics? { control.metrics.newest }

  /// Waits until an item has come, a signal interrupts, a descriptor can be read or time is over.
  public func wait(milliseconds: Int, or descriptor: Int32? = nil) {
    queue.wait(milliseconds: milliseconds, or: descriptor ?? -1)
  }

  /// Marks the moment, with the next block.
  public func mark() { _ = control.commands.offer(.mark) }

  /// Removes the latest interruption of the call under way from all figures, with the next block.
  public func contest() { _ = control.commands.offer(.contest) }

  /// Takes the last of these marks back, with the next block.
  public func withdrawContest() { _ = control.commands.offer(.withdrawContest) }

  /// Begins a new call with the next block; one that is under way is over.
  public func startNewCall() { _ = control.commands.offer(.startNewCall) }

  /// Puts the call under way on hold from the next block on, or resumes it.
  public func toggleHold() { _ = control.commands.offer(.toggleHold) }

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
