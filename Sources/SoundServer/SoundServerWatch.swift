internal import Realtime
internal import Synchronization

/// Watches the sound server on a thread of its own for as long as a call is heard.
///
/// It sends strayed streams back by itself. A server that ends or hangs is let go and looked for.
package final class SoundServerWatch: Sendable {
  private let work: WatchWork
  private let thread: OwnThread

  /// Begins to watch the streams of this process, those of the call's devices; nil where the system has
  /// no thread left.
  package init?(_ choices: [SourceChoice], mayShare: Bool = false) {
    work = WatchWork(choices, mayShare: mayShare)
    do {
      thread = try OwnThread(work, name: "sound server")
    } catch {
      return nil
    }
  }

  deinit {
    work.stop()
    // A library may hang in a call to a dead server; the program ends all the same.
    thread.join(milliseconds: 300)
  }

  /// Takes the next change; nil when nothing has changed.
  package func next() -> StreamChange? { work.changes.take() }

  /// What the server had at the last look; nil while it cannot be asked.
  package var state: SoundServerState? { work.latest.withLock { $0 } }

  /// The times that a server was found so far: a growing number means that one is back.
  package var connections: Int { work.connections.load(ordering: .relaxed) }
}
