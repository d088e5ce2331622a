import ArgumentParser
import AudioFiles
import Batch
// `stat`, of which the headers of this module are the first to tell an optimized build.
import CAlsaCalls
import Conversation
import FoundationEssentials
import Glibc
import Interject

/// The options that say what the caller knows of a call and its audio does not tell.
struct CallOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Name for this call, also used for output files.", valueName: "name"))
  var callID: String?

  @Option(help: ArgumentHelp("Name of the agent.", valueName: "name"))
  var agentID: String?

  @Option(
    help: ArgumentHelp(
      "When a recorded call began: ISO 8601; \"name\" for the date in the name of its file or "
        + "folder; \"file\" for the time of the file minus the call's length.",
      valueName: "when"),
    transform: CallStart.init(argument:))
  var started: CallStart?

  func validate() throws {
    for (option, name) in [("--call-id", callID), ("--agent-id", agentID)] where name == "" {
      throw ValidationError("\(option) '': write a name, or leave the option out.")
    }
  }

  /// What is known of one of some recordings, refused before any is read.
  ///
  /// - Throws: `ValidationError` for options that fit no recording, `CommandFailure` where only this
  ///   one's name tells no date.
  ///
  /// `isDated` says that its beginning is known already.
  func identity(
    of source: CallSource, among count: Int = 1, isDated: Bool = false
  ) throws -> CallIdentity {
    guard count == 1 || callID == nil else {
      throw ValidationError("--call-id names a single call: give only one recording with it.")
    }
    let input = source.inputs[0]
    var identity = CallIdentity(callID: callID, agentID: agentID)
    switch isDated ? nil : started {
    case .at(let date):
      guard count == 1 else {
        throw ValidationError(
          "--started with a time is for a single recording: for several use \"name\" or \"file\"."
        )
      }
      identity.started = date
    case .inName:
      guard let date = Self.date(inNameOf: input.name) else {
        throw CommandFailure(
          exitCode: 64,
          message: "\(input.name): --started name found no date there, such as 2026-11-02 or "
            + "20261102-091530; rename the file, or leave that option out")
      }
      identity.started = date
    case .ofFile:
      guard case .path(let path) = input.location else {
        throw ValidationError(
          "--started file: standard input has no file time; give the time in ISO 8601.")
      }
      identity.ended = Self.changed(path)
    case nil: break
    }
    return identity
  }

  /// When a recording began as far as is known, by the file's own time where nothing else says.
  func began(_ identity: CallIdentity, file: String, lasting length: SampleTime?) -> Date? {
    let ended = identity.ended ?? Self.changed(file)
    return CallIdentity(started: identity.started, ended: ended).lasting(length).started
  }

  /// When a file was last changed; nil where it is none, which is said when it is opened.
  private static func changed(_ path: String) -> Date? {
    // Foundation would look up the names of owner and group as well, and ask a service for them.
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    let seconds = Double(facts.st_mtim.tv_sec) + Double(facts.st_mtim.tv_nsec) / 1e9
    return Date(timeIntervalSince1970: seconds)
  }

  private static func date(inNameOf path: String) -> Date? {
    let names = path.split(separator: "/").suffix(2).reversed()
    return names.lazy.compactMap { CallDate(in: String($0))?.date(in: .current) }.first
  }
}
