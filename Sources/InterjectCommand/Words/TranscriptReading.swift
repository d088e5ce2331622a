import Interject
import Words

/// How the transcripts of many calls are read, and what is looked for in them.
struct TranscriptReading: Sendable {
  var acts = ListeningActs()
  /// The shape of all; nil where each tells its own.
  var format: TranscriptFormat?
  /// The label that is the agent's in all of them.
  var agent: String?
  /// What the results depend on besides the transcripts.
  var key: [String] = []

  /// Reads a call's transcript.
  func words(
    of path: String
  ) throws(CommandFailure) -> (source: WordSource, acts: ListeningActs) {
    do throws(CommandFailure) {
      return (.transcript(try TextFile.transcript(path, as: format), agent: agent), acts)
    } catch {
      throw CommandFailure(
        exitCode: error.exitCode, message: error.message, concernsOneCall: true)
    }
  }
}
