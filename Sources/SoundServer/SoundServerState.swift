/// What the sound server has at a moment: devices, defaults, and what plays and captures where.
package struct SoundServerState: Hashable, Sendable {
  /// The server's own name, such as `pulseaudio` or `PulseAudio (on PipeWire 0.3.65)`.
  package var software = ""
  /// Where it was reached.
  package var address = ""
  /// Whether it runs on this machine.
  package var isLocal = true
  /// The name of the sink that plays what names none; nil where there is none.
  package var defaultSink: String?
  /// The name of the source that those hear who name none; nil where there is none.
  package var defaultSource: String?
  /// Where sound can be played.
  package var sinks: [SoundDevice] = []
  /// Where sound can be captured: microphones, and what each sink plays.
  package var sources: [SoundDevice] = []
  /// The streams that play.
  package var players: [SoundStream] = []
  /// The streams that capture.
  package var listeners: [SoundStream] = []

  package init() {}

  /// Whether it is PipeWire, which goes by PulseAudio's words but for some.
  package var isPipeWire: Bool { software.contains("PipeWire") }

  /// The source with a name.
  package func source(named name: String) -> SoundDevice? { sources.first { $0.name == name } }

  /// The source with a number.
  package func source(at index: Int?) -> SoundDevice? { sources.first { $0.index == index } }

  /// The source that hears what a sink plays.
  package func monitor(of sink: SoundDevice) -> SoundDevice? {
    sources.first { $0.monitored == sink.index }
  }

  /// The source that hears what the default sink plays; nil where there is none.
  package var defaultMonitor: SoundDevice? {
    sinks.first { $0.name == defaultSink }.flatMap { monitor(of: $0) }
  }

  /// The programs that play into a sink at the moment, but for one process; each once, by name.
  package func programs(playingOn sink: SoundDevice, besides process: Int? = nil) -> [String] {
    let playing = players.filter {
      $0.device == sink.index && !$0.isPaused && ($0.process == nil || $0.process != process)
    }
    return Set(playing.map(\.program)).sorted()
  }
}
