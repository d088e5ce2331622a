internal import CRealtime
internal import Glibc
internal import Realtime
internal import Synchronization

/// The work of the thread that watches the sound server.
final class WatchWork: ThreadWork, @unchecked Sendable {
  /// What has become of the streams, for the owner; nobody needs more than the latest few.
  let changes = BoundedQueue<StreamChange>(capacity: 64)
  let latest = Mutex<SoundServerState?>(nil)
  let connections = Atomic<Int>(0)

  private let isStopping = Atomic<Bool>(false)
  /// What ends the wait that the thread may be in.
  private let waker = Mutex<(@Sendable () -> Void)?>(nil)
  private var follower: StreamFollower
  private var isRemoteTold = false

  /// Nothing says that a server has moved a stream but that it is seen elsewhere: PipeWire does not
  /// tell of every link.
  private static let lookMilliseconds = 1000
  /// The wait for what else belongs to a change, and before a second look at what is not certain.
  private static let settleMilliseconds = 100
  private static let reopenMilliseconds = 250...1000

  init(_ choices: [SourceChoice], mayShare: Bool) {
    follower = StreamFollower(choices, process: Int(getpid()), mayShare: mayShare)
  }

  /// Asks the thread to end.
  func stop() {
    isStopping.store(true, ordering: .relaxed)
    waker.withLock { $0?() }
  }

  func run() {
    var wait = Self.reopenMilliseconds.lowerBound
    while !isStopping.load(ordering: .relaxed) {
      do throws(SoundServerError) {
        try watch { wait = Self.reopenMilliseconds.lowerBound }
      } catch {
        // Nothing will bring the library: there is nothing to watch.
        if error.code == .noLibrary { return }
      }
      latest.withLock { $0 = nil }
      follower.forgetStreams()
      rest(milliseconds: wait)
      wait = min(2 * wait, Self.reopenMilliseconds.upperBound)
    }
  }

  /// Watches one connection to its end.
  private func watch(connected: () -> Void) throws(SoundServerError) {
    let connection = try SoundServerConnection.open()
    let wake = connection.waker
    waker.withLock { $0 = wake }
    defer { waker.withLock { $0 = nil } }
    while !isStopping.load(ordering: .relaxed) {
      let state = try connection.look()
      if latest.withLock({ $0 == nil }) {
        connected()
        connections.wrappingAdd(1, ordering: .relaxed)
      }
      latest.withLock { $0 = state }
      let outcome = follower.take(state)
      tell(outcome, of: state)
      for move in outcome.moves { connection.move(stream: move.stream, toSource: move.source) }
      // A move, and what is uncertain, is looked at again at once.
      if outcome.isUnsettled || !outcome.moves.isEmpty {
        rest(milliseconds: Self.settleMilliseconds)
      } else if try connection.wait(milliseconds: Self.lookMilliseconds) {
        rest(milliseconds: Self.settleMilliseconds / 2)
      }
    }
  }

  private func tell(_ outcome: StreamFollower.Outcome, of state: SoundServerState) {
    if !state.isLocal, !isRemoteTold {
      isRemoteTold = true
      _ = changes.offer(.remote(state.address))
    }
    for change in outcome.changes { _ = changes.offer(change) }
  }

  private func rest(milliseconds: Int) {
    var left = milliseconds
    while left > 0, !isStopping.load(ordering: .relaxed) {
      ij_sleep(Int64(min(left, 50)) * 1_000_000)
      left -= 50
    }
  }
}
