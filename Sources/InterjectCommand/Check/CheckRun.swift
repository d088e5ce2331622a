import AlsaCapture
import Conversation
import Interject
import LiveCapture
import Setup
import VoiceActivity

/// Hears a source until a check of it is over.
struct CheckRun {
  let settings: Configuration
  let kernels: KernelSet
  /// The seconds after which it ends; nil for as long as it takes.
  let duration: Double?
  /// Whether the user is asked to speak and to play.
  let asks: Bool
  let screen: CheckScreen

  /// Hears it; `surroundings` tells of the devices, given the sources to which streams were moved.
  func hear<Source: LiveSource & ~Copyable>(
    _ source: consuming Source,
    surroundings: (PartyPair<String?>) -> SetupSurroundings
  ) throws(CommandFailure) -> (check: SetupCheck, around: SetupSurroundings) {
    let length = duration.map { SampleTime(seconds: $0) }
    var check = SetupCheck(asks: asks, limits: length.map(SetupCheck.Limits.init) ?? .init())
    var hearing = SetupHearing(configuration: settings, rate: source.rate, kernels: kernels)
    var moved = PartyPair<String?>(repeating: nil)
    var around = surroundings(moved)
    screen.show(check.question)
    loop: while !check.isDone, !Termination.isRequested {
      switch source.next(milliseconds: 100) {
      case .stretch(let stretch):
        let agent = source.agent
        let customer = source.customer
        let look = hearing.take(
          agent: agent.span.extracting(first: stretch.samples),
          customer: customer.span.extracting(first: stretch.samples), unknown: stretch.unknown)
        guard let look else { continue }
        around = surroundings(moved)
        check.take(look, playing: around.playing)
        screen.show(check.question)
        screen.show(look)
        if let length, look.time >= length { check.finish() }
      case .device(let party, let state, let name):
        for one in Party.allCases where party == nil || party == one {
          if state == .moved { moved[one] = name }
          if state == .returned { moved[one] = nil }
        }
      case .warning(.identicalChannels, _): check.takeSharedSource()
      case .warning: break
      case .notice(let text): screen.show(notice: text)
      case .waiting: break
      case .ended(let gone):
        screen.clear()
        if let gone {
          throw CommandFailure(
            exitCode: 69, message: "device '\(gone)' was lost and did not come back")
        }
        break loop
      }
    }
    screen.clear()
    check.finish()
    return (check, around)
  }
}
