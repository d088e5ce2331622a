import Synchronization

/// The wishes of a live call's owner that the engine's thread looks at before every block.
final class LiveControl: Sendable {
  let isStopping = Atomic<Bool>(false)
  let isPaused = Atomic<Bool>(false)
  let isAgentMuted = Atomic<Bool>(false)
  /// The reader has gone: what is left to say need not wait for room.
  let isAbandoned = Atomic<Bool>(false)
}
