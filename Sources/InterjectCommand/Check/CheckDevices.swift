import AlsaCapture
import Conversation
import Glibc
import Setup
import SoundServer

/// Tells which microphone and which output are heard, by the names that people have for them.
struct CheckDevices {
  private let names: PartyPair<String>
  /// What each party's device asks of the sound server; nil for a device that is none of its.
  private let choices: PartyPair<SourceChoice?>

  init(_ names: MonitorNames) {
    self.names = PartyPair(agent: names.agent, customer: names.customer)
    choices = PartyPair(
      agent: CaptureRequest(device: names.agent).choice,
      customer: CaptureRequest(device: names.customer).choice)
  }

  /// The devices in what a server has; `moved` are the sources to which it has moved streams.
  func surroundings(
    in state: SoundServerState?, moved: PartyPair<String?>
  ) -> SetupSurroundings {
    guard let state else {
      return SetupSurroundings(
        heard: PartyPair(
          agent: SetupDevice(name: names.agent), customer: SetupDevice(name: names.customer)))
    }
    let sources = PartyPair(
      agent: source(.agent, in: state, moved.agent),
      customer: source(.customer, in: state, moved.customer))
    let heard = [sources.agent, sources.customer].compactMap { $0 }
    return SetupSurroundings(
      heard: PartyPair(
        agent: sources.agent.map(microphone) ?? SetupDevice(name: names.agent),
        customer: sources.customer.map { device($0, in: state) }
          ?? SetupDevice(name: names.customer)),
      microphones: state.sources.filter { source in
        !source.isMonitor && !heard.contains { $0.index == source.index }
      }.map(microphone),
      outputs: state.sinks.filter { sink in
        !heard.contains { $0.monitored == sink.index }
      }.map { output($0, in: state) })
  }

  private func source(
    _ party: Party, in state: SoundServerState, _ moved: String?
  ) -> SoundDevice? {
    moved.flatMap { state.source(named: $0) } ?? choices[party]?.source(in: state)
  }

  /// A source as users name it: what an output plays has the output's name.
  private func device(_ source: SoundDevice, in state: SoundServerState) -> SetupDevice {
    if let sink = state.sinks.first(where: { $0.index == source.monitored }) {
      return output(sink, in: state)
    }
    return microphone(source)
  }

  private func microphone(_ source: SoundDevice) -> SetupDevice {
    SetupDevice(name: source.name, description: source.description, isMuted: source.isMuted)
  }

  private func output(_ sink: SoundDevice, in state: SoundServerState) -> SetupDevice {
    SetupDevice(
      name: sink.name, description: sink.description,
      programs: state.otherPrograms(playingOn: sink, besides: Int(getpid())),
      isMuted: sink.isMuted)
  }
}

extension SoundServerState {
  /// The programs that play there; what the server itself plays, as a loopback, is none.
  fileprivate func otherPrograms(playingOn sink: SoundDevice, besides process: Int) -> [String] {
    let playing = players.filter {
      $0.device == sink.index && !$0.isPaused && $0.process != nil && $0.process != process
    }
    return Set(playing.map(\.program)).sorted()
  }
}
