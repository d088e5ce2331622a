public import Conversation

/// A line of words that come while a call runs: a JSON object with party, start, end and word.
public enum TranscriptLine {
  /// The longest line; a longer one is no sentence.
  public static let longest: Int = 1 << 16

  /// Reads a line; no words where it is empty or has only a remark such as `[noise]`.
  ///
  /// `agent` is the label that is the agent's, where somebody said so; then all others are the customer's.
  ///
  /// - Throws: `TranscriptError` with what is wrong with it.
  public static func words(
    in line: [UInt8], agent: String? = nil
  ) throws(TranscriptError) -> (party: Party, words: [Word])? {
    guard let first = line.first(where: { $0 > 32 }) else { return nil }
    guard first == UInt8(ascii: "{") else { throw fault("this is no JSON object") }
    let document: JSONDocument
    do {
      document = try JSONDocument(line)
    } catch {
      throw fault("this is no JSON: \(error.problem.split(separator: ": ").last ?? "")")
    }
    guard let value = document.values.first, document.values.count == 1 else {
      throw fault("this is more than one JSON object")
    }
    guard value.has("word") || value.has("text") else { throw fault("it has no word") }
    guard let start = value["start"]?.number else { throw fault("it has no start in seconds") }
    guard start >= 0 else { throw fault("nothing is said before the beginning") }
    var builder = TranscriptBuilder(.jsonLines)
    try builder.add(value)
    if let (word, length) = builder.overlong {
      throw fault("“\(word)” cannot last \(Int(length)) s")
    }
    let transcript: Transcript
    do {
      transcript = try builder.transcript()
    } catch {
      if error.code == .noWords { return nil }
      throw error
    }
    guard let track = transcript.tracks.first else { return nil }
    return (try party(of: track.label, agent), track.words)
  }

  private static func party(
    of label: SpeakerLabel, _ agent: String?
  ) throws(TranscriptError) -> Party {
    if let agent {
      let wanted = agent.lowercased()
      if label.description.lowercased() == wanted { return .agent }
      if case .channel(let number) = label, "\(number)" == wanted { return .agent }
      return .customer
    }
    guard case .party(let party) = label else {
      throw TranscriptError(
        .unknownParties, "nobody says whose words these are",
        remedy: "write \"party\":\"agent\" or \"customer\", or say which speaker is the agent")
    }
    return party
  }

  private static func fault(_ problem: String) -> TranscriptError {
    TranscriptError(
      .damaged, problem,
      remedy: "write {\"party\":\"agent\",\"start\":1.20,\"end\":1.45,\"word\":\"hello\"}")
  }
}
