import Conversation

/// Something said, with its time.
protocol Timed {
  var interval: Interval { get }
}

extension Word: Timed {}
extension Sentence: Timed {}
