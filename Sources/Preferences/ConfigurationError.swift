/// An error in settings given by the user.
public struct ConfigurationError: Error, Equatable, Sendable {
  /// What is wrong.
  public struct Code: Equatable, Sendable {
    /// The exit code of the command, as of sysexits.
    public let exitCode: Int32

    /// The setting does not exist.
    public static let unknownSetting: Code = Code(exitCode: 64)
    /// The value is no number or out of range.
    public static let badValue: Code = Code(exitCode: 64)
    /// The file is not TOML.
    public static let notTOML: Code = Code(exitCode: 65)
    /// The file cannot be read.
    public static let unreadable: Code = Code(exitCode: 66)
  }

  /// What is wrong.
  public let code: Code
  /// The file or option in which it is.
  public let place: String
  /// What is wrong, and what to do.
  public let message: String

  init(_ code: Code, at place: String, _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// What is wrong, where, and what to do, in one line.
  public var description: String { "\(place): \(message)" }
}
