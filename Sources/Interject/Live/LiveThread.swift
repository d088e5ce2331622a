/// What the engine's thread does, whatever its source.
protocol LiveWork: AnyObject {
  func run()
}

/// The loop of one source, where a thread can get at it.
final class LiveThread<Source: LiveSource & ~Copyable>: LiveWork {
  private var loop: LiveLoop<Source>

  init(_ loop: consuming LiveLoop<Source>) {
    self.loop = loop
  }

  func run() {
    loop.run()
  }
}
