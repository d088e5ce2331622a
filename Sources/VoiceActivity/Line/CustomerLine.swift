import CKernels
import Conversation

/// The customer's line: music on it, and long rests between calls.
struct CustomerLine: ~Copyable {
  private var music: MusicDetector
  private var silentFrames = 0
  /// Half a minute: what the line was like before says nothing of the call that begins then.
  private static let framesOfLongSilence = 3000

  init(kernels: UnsafePointer<ij_kernels>, windowLength: Int) {
    music = MusicDetector(kernels: kernels, windowLength: windowLength)
  }

  /// What the line carries besides speech.
  var sound: LineSound { music.sound }

  /// Listens to a step; returns whether something besides speech is known of from now on.
  mutating func listen(
    bins: UnsafePointer<Float>, meanSquare: Float, speechProbability: Double
  ) -> Bool {
    let wasOther = music.sound == .other
    music.add(bins: bins, meanSquare: meanSquare, speechProbability: speechProbability)
    return wasOther && music.sound != .other
  }

  /// Takes a step that was not heard.
  mutating func loseStep() { music.forget() }

  /// Takes a frame that was heard; returns whether speech begins in it after a long silence.
  mutating func endsLongSilence(isSpeaking: Bool) -> Bool {
    let isEnd = isSpeaking && silentFrames >= Self.framesOfLongSilence
    silentFrames = isSpeaking ? 0 : silentFrames + 1
    return isEnd
  }
}
