import Foundation
import LiveFixtures

/// The settings of ALSA that make `headset` a capture device that plays the sample by the clock, over
/// and over, and `out` an output that takes everything.
struct SimulatedHeadset {
  /// What a shell sets for runs that are to find it.
  let variables: String

  init(in run: CommandRun) throws {
    let library = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("lib_SimulatedCapture.so").path
    let world = run.path("world")
    try Data(count: 256).write(to: URL(fileURLWithPath: world))
    let settings = try run.write(
      "asound.conf",
      """
      pcm_type.simulated { lib "\(library)" }
      pcm.headset {
        type simulated
        file "\(LiveSamples.path("support-call.wav"))"
        world "\(world)"
        speed 1
        end "loop"
      }
      pcm.out { type null }
      """)
    variables = "ALSA_CONFIG_PATH='\(settings)'"
  }
}
