import Realtime

/// The loop of one source, where its thread, and nothing else once that runs, can get at it.
final class LiveThread<Source: LiveSource & ~Copyable>: ThreadWork, @unchecked Sendable {
  private var loop: LiveLoop<Source>

  init(_ loop: consuming LiveLoop<Source>) {
    self.loop = loop
  }

  func run() {
    loop.run()
  }
}
