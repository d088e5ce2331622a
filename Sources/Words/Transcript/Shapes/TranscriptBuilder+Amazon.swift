import Conversation

/// Reads the shapes of Amazon's recognizers.
extension TranscriptBuilder {
  mutating func add(amazonTranscribe value: JSONValue) throws(TranscriptError) {
    guard let results = value["results"] else { return }
    language = language ?? results["language_code"]?.text
    if let channels = results["channel_labels"]?["channels"] {
      for (index, channel) in channels.elements.enumerated() {
        let number = channel["channel_label"]?.text?.split(separator: "_").last.flatMap { Int($0) }
        guard let items = channel["items"] else { continue }
        for item in items.elements { try add(item: item, .channel(number ?? index)) }
      }
      return
    }
    guard let items = results["items"] else { return }
    var speakers: [String: String] = [:]
    for segment in results["speaker_labels"]?["segments"].map({ Array($0.elements) }) ?? [] {
      for item in segment["items"].map({ Array($0.elements) }) ?? [] {
        guard let start = item["start_time"]?.text else { continue }
        speakers[start] = item["speaker_label"]?.text
      }
    }
    var label = SpeakerLabel.none
    for item in items.elements {
      let known = item["speaker_label"]?.text ?? item["start_time"]?.text.flatMap { speakers[$0] }
      if let known { label = SpeakerLabel(name: known) }
      try add(item: item, label)
    }
  }

  private mutating func add(
    item: JSONValue, _ label: SpeakerLabel
  ) throws(TranscriptError) {
    let text = item["alternatives"]?.first?["content"]?.text ?? ""
    if item["type"]?.text == "punctuation" { return add(punctuation: text, label) }
    try add(text, item["start_time"]?.number, item["end_time"]?.number, label)
  }

  mutating func add(callAnalytics value: JSONValue) throws(TranscriptError) {
    func seconds(_ value: JSONValue?) -> Double? { value?.number.map { $0 / 1000 } }
    guard let pieces = value["Transcript"] else { return }
    var parts: [String: String] = [:]
    for participant in value["Participants"].map({ Array($0.elements) }) ?? [] {
      guard let name = participant["ParticipantId"]?.text else { continue }
      parts[name] = participant["ParticipantRole"]?.text
    }
    for piece in pieces.elements {
      let identifier = piece["ParticipantId"]?.text
      let part =
        piece["ParticipantRole"]?.text ?? identifier.flatMap { parts[$0] } ?? identifier ?? ""
      let label = part.isEmpty ? SpeakerLabel.none : SpeakerLabel(name: part)
      let content = piece["Content"]?.text
      guard let items = piece["Items"], items.first != nil else {
        try add(
          content ?? "", seconds(piece["BeginOffsetMillis"]), seconds(piece["EndOffsetMillis"]),
          label)
        continue
      }
      let words = items.elements.filter { $0["Type"]?.text != "punctuation" }.map { item in
        (
          text: item["Content"]?.text ?? "", start: seconds(item["BeginOffsetMillis"]),
          end: seconds(item["EndOffsetMillis"])
        )
      }
      try add(words, display: content, label)
    }
  }
}
