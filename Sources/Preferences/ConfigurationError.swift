/// An error in settings given by the user.
public struct ConfigurationError: Error, Equatable, Sendable {
  /// The kinds of error that a caller can tell apart.
  public struct Code: Hashable, Sendable {
    private enum Value { case unknownSetting, badValue, notTOML, unreadable, unwritable }
    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// The setting does not exist.
    public static let unknownSetting: Code = Code(.unknownSetting)
    /// The value is no number or out of range.
    public static let badValue: Code = Code(.badValue)
    /// The file is not TOML.
    public static let notTOML: Code = Code(.notTOML)
    /// The file cannot be read.
    public static let unreadable: Code = Code(.unreadable)
    /// The file cannot be written.
    public static let unwritable: Code = Code(.unwritable)
  }

  /// What is wrong.
  public let code: Code
  /// The file, the line or the assignment in which it is.
  public let place: String
  /// What is wrong, and what to do where that is clear.
  public let message: String

  init(_ code: Code, at place: String, _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// Where it is and what is wrong, in one line.
  public var description: String { "\(place): \(message)" }
}
