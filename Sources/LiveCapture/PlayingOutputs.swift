import Glibc
import SoundServer

/// The outputs that play at the moment, to ask whether the call is on another one than is heard.
public struct PlayingOutputs: Sendable {
  private let watch: SoundServerWatch?

  init(_ watch: SoundServerWatch?) {
    self.watch = watch
  }

  /// A line that asks whether the call is on another output, with those that play and how to hear them;
  /// nil where no sound server can tell.
  public var question: String? { watch?.state.map { Self.question($0, process: Int(getpid())) } }

  /// The line for what a server has, seen from a process that does not count.
  static func question(_ state: SoundServerState, process: Int) -> String {
    let playing = state.sinks.compactMap { sink in
      let programs = state.programs(playingOn: sink, besides: process)
      return programs.isEmpty ? nil : "\(sink.name) (\(programs.joined(separator: ", ")))"
    }
    guard !playing.isEmpty else {
      return "nothing plays at the moment; is the call on a device of its own? "
        + "'interject devices' lists what there is"
    }
    return "is the call on another output? Playing: \(playing.joined(separator: ", ")); "
      + "--customer NAME hears one of them"
  }
}
