import Interject
import Words

/// How the transcripts of many calls are read, and what is looked for in them.
struct TranscriptReading: Sendable {
  var acts = ListeningActs()
  /// The shape of all; nil where each tells its own.
  var format: TranscriptFormat?
  /// The label that is the agent's in all of them.
  var agent: String?
  /// Whether an option can name the format.
  var namesFormat = true
  /// What the results depend on besides the transcripts.
  var key: [String] = []

  /// Reads a call's transcript; a failure says why, without the path.
  func words(
    of path: String
  ) throws(CommandFailure) -> (source: WordSource, acts: ListeningActs) {
    do throws(CommandFailure) {
      return (
        .transcript(
          try TextFile.transcript(path, as: format, namesFormat: namesFormat), agent: agent), acts
      )
    } catch {
      let reason = error.message.map { message in
        message.hasPrefix("\(path): ") ? String(message.dropFirst(path.count + 2)) : message
      }
      throw CommandFailure(exitCode: error.exitCode, message: reason, concernsOneCall: true)
    }
  }
}
