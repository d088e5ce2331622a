import AlsaCapture
import Conversation

extension CallDevices {
  /// The devices as the stream names them.
  var name: String {
    switch self {
    case .oneDevice(let request): request.device
    case .twoDevices(let agent, let customer): "\(agent.device) + \(customer.device)"
    }
  }

  /// Where each party is heard.
  var parties: PartyPair<String> {
    switch self {
    case .oneDevice(let request):
      PartyPair(
        agent: request.channels.first.map { "channel \($0)" } ?? request.device,
        customer: request.channels.dropFirst().first.map { "channel \($0)" } ?? request.device)
    case .twoDevices(let agent, let customer):
      PartyPair(agent: agent.place, customer: customer.place)
    }
  }
}

extension CaptureRequest {
  /// The device, and the channel where one was chosen.
  fileprivate var place: String {
    channels.first.map { "\(device) channel \($0)" } ?? device
  }
}
