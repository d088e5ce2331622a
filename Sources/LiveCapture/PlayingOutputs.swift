import Glibc
package import SoundServer

/// The outputs that play at the moment: the call may be on another one than is heard.
public struct PlayingOutputs: Sendable {
  private let watch: SoundServerWatch?

  init(_ watch: SoundServerWatch?) {
    self.watch = watch
  }

  /// What the sound server had at the last look; nil where none can tell.
  package var state: SoundServerState? { watch?.state }

  /// The outputs that play, each with its programs; nil where no sound server can tell.
  public var names: [String]? { watch?.state.map { Self.names($0, process: Int(getpid())) } }

  /// The outputs that play in what a server has, seen from a process that does not count.
  static func names(_ state: SoundServerState, process: Int) -> [String] {
    state.sinks.compactMap { sink in
      let programs = state.programs(playingOn: sink, besides: process)
      return programs.isEmpty ? nil : "\(sink.name) (\(programs.joined(separator: ", ")))"
    }
  }
}
