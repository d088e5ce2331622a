/// The synthesized voice that speaks what no recording has.
struct StoryVoice: Equatable {
  /// The name that espeak-ng has for it.
  var name = "en-gb"
  /// The words a minute.
  var speed = 165
  /// From 0 to 99.
  var pitch = 45
}
