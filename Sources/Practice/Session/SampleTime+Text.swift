import Conversation
import Wording

extension SampleTime {
  /// The length in seconds, `0.9 s`.
  var text: String { FigureText.seconds(self) }
}
