import Conversation
import Realtime
import Synchronization

/// What a live call's owner and the engine's thread tell each other besides items.
final class LiveControl: Sendable {
  // The engine's thread looks at these before every block.
  let isStopping = Atomic<Bool>(false)
  let isPaused = Atomic<Bool>(false)
  let isAgentMuted = Atomic<Bool>(false)
  /// The reader has gone: what is left to say need not wait for room.
  let isAbandoned = Atomic<Bool>(false)
  /// What the owner asks for; more than anyone asks for between two blocks.
  let commands = BoundedQueue<LiveCommand>(capacity: 16)

  /// The newest measures of the call under way, for the owner.
  let metrics = Mailbox<Metrics>()
}
