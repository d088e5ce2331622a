import ArgumentParser
import FoundationEssentials
import Interject
import Practice

/// The options that say whether practices are kept, and show those that are.
struct PracticeProgress: ParsableArguments {
  @Flag(help: "Show your saved practices.")
  var progress = false

  @Flag(
    inversion: .prefixedNo,
    help: "Save the scores for --progress, apart from real calls; no audio, no words.")
  var save: Bool?

  /// What keeps the practice.
  struct Keeper {
    let history: PracticeHistory
    /// The days after which a practice is forgotten; nil for never.
    let days: Int?

    /// Keeps it, forgets those that are too old, and says where it is.
    func keep(_ debrief: Debrief, began: Date) throws(CommandFailure) {
      // One that was left before anything happened says nothing of anybody.
      guard debrief.scores.contains(where: { $0.value != nil }) else { return }
      do {
        try history.save(PracticeResult(debrief, started: began), started: began)
        if let days {
          try history.prune(before: began.addingTimeInterval(-86_400 * Double(days)))
        }
      } catch {
        throw CommandFailure(exitCode: 74, message: error.description)
      }
      guard StandardError.isTerminal else { return }
      StandardError.write("Saved in \(history.folder); --progress shows it\n")
    }
  }

  /// What keeps practices; nil where they are not kept.
  ///
  /// The key `history` of the configuration file holds for practices too, unless the trainee is recorded.
  func history(
    _ preference: HistoryPreference, isReplay: Bool
  ) throws(CommandFailure) -> Keeper? {
    guard save ?? (preference.isKept && !isReplay) else { return nil }
    return Keeper(history: try personal(), days: preference.days)
  }

  /// The practices that are kept, as lines.
  func lines() throws(CommandFailure) -> [String] {
    do {
      return ProgressText(try personal().results(), saving: "--save").lines
    } catch let error as PracticeHistory.Failure {
      throw CommandFailure(exitCode: 74, message: error.description)
    } catch {
      throw CommandFailure(exitCode: 74, message: "\(error)")
    }
  }

  private func personal() throws(CommandFailure) -> PracticeHistory {
    do {
      return try .personal()
    } catch {
      throw CommandFailure(exitCode: 74, message: error.description)
    }
  }
}
