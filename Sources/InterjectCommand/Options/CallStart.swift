import ArgumentParser
import Batch
import FoundationEssentials
import Interject

/// `--started`: when a recorded call began, or what of its file says so.
enum CallStart: Equatable {
  /// A time that the user knows.
  case at(Date)
  /// The date in the file's name, or in that of its folder.
  case inName
  /// The time at which the file was last changed, taken for the end of the call.
  case ofFile

  /// Reads an argument of `--started`.
  init(argument: String) throws {
    switch argument {
    case "name": self = .inName
    case "file": self = .ofFile
    default:
      guard let date = CallDate(iso8601: argument)?.date(in: .current) else {
        throw ValidationError(
          "write ISO 8601 such as 2026-11-02T09:15:30Z (without Z or +01:00 it is local time), "
            + "\"name\" for the date in the file's name, or \"file\" for the file's own time.")
      }
      self = .at(date)
    }
  }
}
