/// The shapes by which formats are recognized.
extension TranscriptReader {
  /// Whether JSON is a transcript in which words lie within other objects, not one of lines that are
  /// words themselves.
  public static func isDocument(_ bytes: [UInt8]) -> Bool {
    guard let text = try? plain(bytes), let document = try? JSONDocument(text) else { return false }
    let shapes = document.values.compactMap(shape(of:))
    return !shapes.isEmpty && !shapes.contains(.jsonLines)
  }

  static func shape(of value: JSONValue) -> TranscriptFormat? {
    guard !value.isArray else { return value.first.flatMap(shape(of:)) }
    if value.has("transcription") { return .whisperCPP }
    if value.has("recognizedPhrases") { return .azure }
    if value.has("monologues") { return .rev }
    if value.has("sentences") { return .twilio }
    if value.has("Transcript") { return .callAnalytics }
    if value.has("word_offsets_ms") { return .turns }
    if value.has("segments") { return .whisper }
    if let results = value["results"] { return shape(results: results) }
    if value.has("words") || value.has("utterances") { return .assemblyAI }
    if value.has("result") || value.has("partial") { return .vosk }
    if value.has("start"), value.has("word") || value.has("text") { return .jsonLines }
    // A Vosk result in which nothing was heard.
    return value.has("text") ? .vosk : nil
  }

  private static func shape(results: JSONValue) -> TranscriptFormat? {
    guard results.isArray else {
      if results.has("channels") { return .deepgram }
      return results.has("items") || results.has("channel_labels") ? .amazonTranscribe : nil
    }
    for result in results.elements {
      let word = result["alternatives"]?.first?["words"]?.first
      guard let word, let start = word["startTime"] ?? word["endTime"] else { continue }
      return start.isNumber ? .riva : .google
    }
    return .google
  }

  static func shape(ofText text: String) -> TranscriptFormat? {
    let start = text.prefix(4096)
    if start.hasPrefix("WEBVTT") { return .webVTT }
    if start.contains("ooTextFile") { return .textGrid }
    if start.contains("<ANNOTATION_DOCUMENT") { return .elan }
    if start.contains("-->") { return .subRip }
    let lines = text.split(whereSeparator: \.isNewline).lazy.filter { !$0.hasPrefix(";;") }
    return lines.first.flatMap(CTMRow.init) == nil ? nil : .ctm
  }
}
