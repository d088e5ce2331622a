import Glibc
package import SoundServer

/// The outputs that play at the moment and are not heard: the call may be on one of them.
public struct PlayingOutputs: Sendable {
  private let watch: SoundServerWatch?

  init(_ watch: SoundServerWatch?) {
    self.watch = watch
  }

  /// What the sound server had at the last look; nil where none can tell.
  package var state: SoundServerState? { watch?.state }

  /// The other outputs that play, each with its programs; nil where no sound server can tell.
  public var names: [String]? { watch?.state.map { Self.names($0, process: Int(getpid())) } }

  /// The outputs that play in what a server has and that a process neither plays on nor hears.
  static func names(_ state: SoundServerState, process: Int) -> [String] {
    state.sinks.compactMap { sink in
      let monitor = state.monitor(of: sink)
      let isHeard = state.listeners.contains {
        $0.process == process && $0.device != nil && $0.device == monitor?.index
      }
      guard !isHeard else { return nil }
      let programs = state.programs(playingOn: sink, besides: process)
      return programs.isEmpty ? nil : "\(sink.name) (\(programs.joined(separator: ", ")))"
    }
  }
}
