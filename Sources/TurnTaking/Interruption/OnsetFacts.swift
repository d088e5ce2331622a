import Conversation

/// What decides the class of an onset over the other's speech, and the table that does (design: classes).
///
/// The first row that fits:
///
/// | the newcomer holds the floor | and | class |
/// | --- | --- | --- |
/// | either | both began within `turns.simultaneous_start` | simultaneous start |
/// | yes | the other began less than `turns.holder_lead` before | simultaneous start |
/// | either | it is credited as a backchannel | backchannel |
/// | yes | otherwise | resumption |
/// | no | it claims nothing, lasts a second, and does not take the floor | acknowledgement |
/// | no | the other had at most `turns.terminal_overlap` left | terminal |
/// | no | it claims the floor | interruption |
/// | no | neither | other |
struct OnsetFacts {
  /// Whether the newcomer holds the floor.
  var isHolder: Bool
  /// How long the other had been audible.
  var lead: Int
  /// How long the other went on.
  var rest: Int
  /// How long the newcomer spoke in one go.
  var length: Int
  /// Whether it was credited as a backchannel.
  var isBackchannel: Bool
  /// Whether the odds say that it claims the floor.
  var isClaim: Bool
  /// Whether the newcomer had the floor in the end.
  var tookFloor: Bool

  /// The class by the table.
  func kind(_ limits: OnsetLimits) -> OnsetClass {
    if lead < (isHolder ? limits.holderLead : limits.simultaneous) { return .simultaneousStart }
    if isBackchannel { return .backchannel }
    if isHolder { return .resumption }
    if !isClaim, length >= limits.acknowledgement, !tookFloor { return .acknowledgement }
    if rest <= limits.terminal { return .terminal }
    return isClaim ? .interruption : .other
  }
}
