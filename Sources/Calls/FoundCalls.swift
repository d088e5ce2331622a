/// The calls of one session, on the heap.
///
/// Within the session, which may not be copied, the compiler would follow each of their thousands of
/// fields through every function: that took it a minute.
final class FoundCalls {
  var calls: CallTracker

  init(_ calls: CallTracker) { self.calls = calls }
}
