/// Output that no input may cause.
public struct Nonsense: Error {
  /// What is wrong with it.
  public let problem: String
  /// The file that causes it.
  public let bytes: [UInt8]
}
