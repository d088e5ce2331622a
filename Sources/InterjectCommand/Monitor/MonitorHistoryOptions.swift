import ArgumentParser
import Interject

/// The options that say whether the figures of calls are kept.
struct MonitorHistoryOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Save the figures of each call for \"interject trends\"; no audio, no words.")
  var save: Bool?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Remove saved calls after this many days.", valueName: "days"))
  var keep: Int?

  func validate() throws {
    let possible = HistoryPreference.possibleDays
    if let keep, !possible.contains(keep) {
      throw ValidationError(
        "--keep \(keep): from \(possible.lowerBound) to \(possible.upperBound) days.")
    }
    if keep != nil, save == false {
      throw ValidationError("--keep and --no-save contradict each other.")
    }
  }

  /// What keeps the calls; nil where they are not kept.
  ///
  /// A recording that is replayed is kept only where this is asked for with it.
  func history(_ preference: HistoryPreference, isReplay: Bool) throws(CommandFailure)
    -> MonitorHistory?
  {
    guard save ?? (preference.isKept && !isReplay) else {
      if keep != nil {
        throw CommandFailure(
          exitCode: 64, message: "--keep needs --save; see interject monitor --help")
      }
      return nil
    }
    do {
      return MonitorHistory(try .personal(), days: keep ?? preference.days)
    } catch {
      throw CommandFailure(error)
    }
  }
}
