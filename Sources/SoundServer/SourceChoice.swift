/// The source that a capture device asks the sound server for.
package enum SourceChoice: Hashable, Sendable {
  /// The default one, usually the microphone.
  case defaultSource
  /// What the default sink plays.
  case defaultMonitor
  /// The one with a name; that of a sink stands for what the sink plays.
  case named(String)

  /// The choice by the server's word for a source; none means the default.
  package init(word: String) {
    switch word {
    // PipeWire's plugin for ALSA writes -1 for the default.
    case "", "-1", "@DEFAULT_SOURCE@": self = .defaultSource
    case "@DEFAULT_MONITOR@": self = .defaultMonitor
    default: self = .named(word)
    }
  }

  /// The source that it comes to now; nil where there is none.
  package func source(in state: SoundServerState) -> SoundDevice? {
    switch self {
    case .defaultSource: state.defaultSource.flatMap { state.source(named: $0) }
    case .defaultMonitor: state.defaultMonitor
    case .named(let name):
      state.source(named: name)
        ?? state.sinks.first { $0.name == name }.flatMap { state.monitor(of: $0) }
    }
  }
}
