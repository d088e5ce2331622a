import AlsaCapture
import Conversation
import Glibc
import SoundServer

/// The sound server's part in a call: which of its devices are the server's, and where their streams are.
struct CallWatch: Sendable {
  /// What watches the server; nil where a test does.
  private let watch: SoundServerWatch?
  private let nextChange: @Sendable () -> StreamChange?
  /// Whom each watched device hears.
  private let parties: [PartyPair<Bool>]
  /// The names of the devices as they were asked for.
  private let names: [String]
  private var connections = 0

  /// Begins to watch the devices of a call; nil where none of them is the server's.
  init?(_ devices: CallDevices) {
    let watched = devices.requests.compactMap { request, parties in
      request.choice.map { (choice: $0, name: request.device, parties: parties) }
    }
    guard !watched.isEmpty,
      let watch = SoundServerWatch(watched.map(\.choice), mayShare: devices.mayShareSource)
    else { return nil }
    self.watch = watch
    nextChange = { watch.next() }
    parties = watched.map(\.parties)
    names = watched.map(\.name)
  }

  /// Watches the devices of a call through somebody else's eyes.
  init(_ devices: CallDevices, nextChange: @escaping @Sendable () -> StreamChange?) {
    watch = nil
    self.nextChange = nextChange
    parties = devices.requests.map(\.parties)
    names = devices.requests.map(\.request.device)
  }

  /// Takes the next change; nil when nothing has changed.
  func next() -> StreamChange? { nextChange() }

  /// Whom a device hears.
  func parties(of feed: Int) -> PartyPair<Bool> { parties[feed] }

  /// What a device was asked for as.
  func name(of feed: Int) -> String { names[feed] }

  /// Whether the server has come back since the last call.
  mutating func hasReturned() -> Bool {
    guard let now = watch?.connections else { return false }
    defer { connections = now }
    return connections > 0 && now > connections
  }

  /// Says which outputs play at the moment, from any thread.
  var outputs: PlayingOutputs { PlayingOutputs(watch) }
}

extension CallDevices {
  /// Each device, with the parties that it hears.
  fileprivate var requests: [(request: CaptureRequest, parties: PartyPair<Bool>)] {
    switch self {
    case .oneDevice(let request): [(request, PartyPair(repeating: true))]
    case .twoDevices(let agent, let customer):
      [
        (agent, PartyPair(agent: true, customer: false)),
        (customer, PartyPair(agent: false, customer: true)),
      ]
    }
  }

  /// Whether both parties may well be heard from one source, on different channels of it.
  fileprivate var mayShareSource: Bool {
    guard case .twoDevices(let agent, let customer) = self else { return true }
    return agent.channels != customer.channels
  }
}
