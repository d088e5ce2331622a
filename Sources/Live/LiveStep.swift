public import Conversation

/// What a live source has next.
public enum LiveStep: Equatable, Sendable {
  /// A stretch of both parties' audio; its samples are in the source's `agent` and `customer`.
  case stretch(AudioStretch)
  /// The device of a party, or of both where nil, has changed its state.
  case device(Party?, DeviceState, name: String)
  /// Something is wrong with what is heard of a party, or of both where nil, as only the source can tell.
  case warning(WarningCode, Party?)
  /// Something that the user should know once.
  case notice(String)
  /// Nothing has arrived yet.
  case waiting
  /// Nothing more will come; `gone` names the device that did not return, nil at a regular end.
  case ended(gone: String?)
}
