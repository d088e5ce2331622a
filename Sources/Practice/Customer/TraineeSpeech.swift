public import Conversation

/// What is known of the trainee's speech at the moment: how long it has lasted, or how long it is over.
///
/// It goes by probabilities of frames, since events tell only a fifth of a second later that speech is over.
public struct TraineeSpeech: Equatable, Sendable {
  /// The silence after which an utterance is over, as the engine bridges pauses.
  static let bridge: SampleTime = SampleTime(seconds: 0.18)
  /// The share of certainty from which a frame counts as speech.
  static let audible = 0.5

  /// The utterance under way, or the last one; nil before the first.
  public private(set) var utterance: Interval?
  /// Whether that utterance may still go on.
  public private(set) var isSpeaking = false

  /// Creates it in silence.
  public init() {}

  /// Takes how probable it is that the trainee spoke in the frame that begins at a time.
  mutating func hear(_ probability: Double, at start: SampleTime) {
    let end = start + .frame
    if probability >= Self.audible {
      if isSpeaking, let begun = utterance?.start {
        utterance = Interval(start: begun, end: end)
      } else {
        utterance = Interval(start: start, end: end)
        isSpeaking = true
      }
    } else if isSpeaking, let last = utterance?.end, end - last >= Self.bridge {
      isSpeaking = false
    }
  }

  /// How long the utterance under way has been heard; zero in silence.
  var length: SampleTime { isSpeaking ? utterance?.length ?? .zero : .zero }
}
