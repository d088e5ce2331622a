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

  /// A line with the outputs that play and how to hear them; nil where no sound server can tell.
  public var line: String? { watch?.state.map { Self.line($0, process: Int(getpid())) } }

  /// The line for what a server has, seen from a process that does not count.
  static func line(_ state: SoundServerState, process: Int) -> String {
    let playing = state.sinks.compactMap { sink in
      let programs = state.programs(playingOn: sink, besides: process)
      return programs.isEmpty ? nil : "\(sink.name) (\(programs.joined(separator: ", ")))"
    }
    guard !playing.isEmpty else {
      return "no output is playing; 'interject devices' lists all of them"
    }
    return
      "these outputs are playing: \(playing.joined(separator: ", ")); if the call is on one that "
      + "is not heard, choose it with --customer NAME"
  }
}
