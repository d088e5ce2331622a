/// What turns a stretch of speech into words; the door behind which another engine fits.
public protocol Recognizer: AnyObject {
  /// What the engine and its model are called.
  var name: String { get }
  /// The language that it takes all speech for, such as `en`.
  var language: String { get }
  /// The words in a stretch of one party's speech, mono in [-1, 1]; none where it heard none.
  ///
  /// Called by one thread at a time, with stretches of up to a quarter of a minute.
  func words(in samples: UnsafeBufferPointer<Float>, rate: Int) -> [String]
}
