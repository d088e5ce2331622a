import AlsaCapture
import Conversation
import Glibc
import SoundServer

/// The sound server's part in a call: which of its devices are the server's, and where their streams are.
struct CallWatch: Sendable {
  private let watch: SoundServerWatch
  /// Whom each watched device hears.
  private let parties: [PartyPair<Bool>]
  /// The names of the devices as they were asked for.
  private let names: [String]
  private var connections = 0

  /// Begins to watch the devices of a call; nil where none of them is the server's.
  init?(_ devices: CallDevices) {
    var requests: [(CaptureRequest, PartyPair<Bool>)]
    var mayShare = true
    switch devices {
    case .oneDevice(let request): requests = [(request, PartyPair(repeating: true))]
    case .twoDevices(let agent, let customer):
      requests = [
        (agent, PartyPair(agent: true, customer: false)),
        (customer, PartyPair(agent: false, customer: true)),
      ]
      mayShare = agent.channels != customer.channels
    }
    let watched = requests.compactMap { request, parties in
      request.choice.map { (choice: $0, name: request.device, parties: parties) }
    }
    guard !watched.isEmpty,
      let watch = SoundServerWatch(watched.map(\.choice), mayShare: mayShare)
    else { return nil }
    self.watch = watch
    parties = watched.map(\.parties)
    names = watched.map(\.name)
  }

  /// Takes the next change; nil when nothing has changed.
  func next() -> StreamChange? { watch.next() }

  /// Whom a device hears.
  func parties(of feed: Int) -> PartyPair<Bool> { parties[feed] }

  /// What a device was asked for as.
  func name(of feed: Int) -> String { names[feed] }

  /// Whether the server has come back since the last call.
  mutating func hasReturned() -> Bool {
    let now = watch.connections
    defer { connections = now }
    return connections > 0 && now > connections
  }

  /// Says which outputs play at the moment, from any thread.
  var outputs: PlayingOutputs { PlayingOutputs(watch) }
}
