/// The history, or a result, cannot be read or written.
public struct HistoryError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Code: Sendable {
    /// There is no such file or folder.
    case notFound
    /// No file of the folder is a result of a call.
    case noResult
    /// The file is no result of a call.
    case notResult
    /// The file holds no answers of a review.
    case notAnswers
    /// The result is of a later version of the program.
    case unknownSchema
    /// The call began on a day that the calendar lacks, or no program recorded on.
    case impossibleDate
    /// The file is larger than any result.
    case tooLarge
    /// The file or folder cannot be read.
    case unreadable
    /// The file or folder cannot be written.
    case unwritable
    /// There is no home directory to keep a history in.
    case noHome
  }

  /// What is wrong.
  public let code: Code
  /// The file or folder.
  public let place: String
  /// The system's word for the cause, where it gave one.
  public let cause: String?

  /// Creates an error about a file or folder.
  public init(_ code: Code, at place: String, cause: String? = nil) {
    self.code = code
    self.place = place
    self.cause = cause
  }
}

extension HistoryError: CustomStringConvertible {
  /// What is wrong, and what to do where that is clear.
  public var description: String {
    let cause = cause.map { ": \($0)" } ?? ""
    return switch code {
    case .notFound: "\(place): no such file or folder; check the name"
    case .noResult: "\(place): no call reports in this folder"
    case .notResult: "\(place): not a call report"
    case .notAnswers: "\(place): not an answer file"
    case .unknownSchema:
      "\(place): a report of schema\(self.cause.map { " \($0)" } ?? ""), which this version does not know; "
        + "install a newer one, or analyze the recording again"
    case .impossibleDate:
      "\(place): no call began at\(self.cause.map { " \($0)" } ?? " that time")"
    case .tooLarge: "\(place): too large for a call report; check the name"
    case .unreadable: "\(place): cannot be read\(cause); check its permissions"
    case .unwritable:
      "\(place): cannot be written\(cause); check its permissions and the disk space"
    case .noHome: "no home directory for the history; set XDG_DATA_HOME"
    }
  }
}
