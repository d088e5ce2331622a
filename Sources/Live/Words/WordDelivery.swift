import Conversation
import Words

/// What a thread that brings words hands to the engine's.
enum WordDelivery: Sendable {
  /// Words of a party, with which all up to a time have come, and the line that had them.
  case words(Party, [Word], through: SampleTime, line: Int? = nil)
  /// A line that could not be read, and why.
  case fault(String)
  /// No more words will come; where something went wrong, what.
  case over(String?)
}
