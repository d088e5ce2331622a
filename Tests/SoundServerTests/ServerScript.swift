@testable import SoundServer

/// A sound server that answers from memory: a headset, loudspeakers and a microphone of the machine's.
struct ServerScript {
  static let process = 77
  var state = SoundServerState()

  /// The headset is the default for both; nothing plays.
  init(isPipeWire: Bool = false) {
    state.software = isPipeWire ? "PulseAudio (on PipeWire 0.3.65)" : "pulseaudio"
    addSink("speakers", at: 0)
    addSink("headset", at: 1)
    state.sources.append(SoundDevice(index: 10, name: "mic", description: "Internal microphone"))
    state.sources.append(SoundDevice(index: 11, name: "headset-mic", description: "Headset"))
    state.defaultSink = "headset"
    state.defaultSource = "headset-mic"
  }

  mutating func addSink(_ name: String, at index: Int) {
    state.sinks.append(SoundDevice(index: index, name: name, description: "The \(name)"))
    state.sources.append(
      SoundDevice(
        index: 100 + index, name: "\(name).monitor", description: "Monitor of the \(name)",
        monitored: index))
  }

  /// Takes a sink or a source away, with what it monitors.
  mutating func remove(_ name: String) {
    state.sinks.removeAll { $0.name == name }
    state.sources.removeAll { $0.name == name || $0.name == "\(name).monitor" }
  }

  /// Puts a stream of the followed process, or of another, to a source.
  mutating func put(_ stream: Int, on source: String?, process: Int = process) {
    state.listeners.removeAll { $0.index == stream }
    let device = source.flatMap { state.source(named: $0) }
    state.listeners.append(SoundStream(index: stream, device: device?.index, process: process))
  }

  mutating func end(_ stream: Int) { state.listeners.removeAll { $0.index == stream } }

  func source(_ name: String) -> SoundDevice? { state.source(named: name) }
}
