import Conversation

/// Reads the JSON shapes of recognizers.
extension TranscriptBuilder {
  /// Takes the words of a value; of an array, those of its elements.
  mutating func add(_ value: JSONValue) throws(TranscriptError) {
    if value.isArray {
      for element in value.elements { try add(element) }
      return
    }
    note(language: value["language"] ?? value["language_code"] ?? value["LanguageCode"])
    switch format {
    case .whisper: try add(whisper: value)
    case .whisperCPP: try add(whisperCPP: value)
    case .vosk: try add(words: value["result"], .none)
    case .deepgram: try add(deepgram: value)
    case .assemblyAI: try add(assemblyAI: value)
    case .amazonTranscribe: try add(amazonTranscribe: value)
    case .callAnalytics: try add(callAnalytics: value)
    case .google: try add(google: value, unit: 1)
    case .riva: try add(google: value, unit: 0.001)
    case .azure: try add(azure: value)
    case .rev: try add(rev: value)
    case .twilio: try add(twilio: value)
    case .turns: try add(turn: value)
    case .jsonLines: try add(line: value)
    case .subRip, .webVTT, .ctm, .textGrid, .elan: break
    }
  }

  private mutating func note(language value: JSONValue?) {
    if language == nil, let text = value?.text { language = text }
  }

  /// Words with `start` and `end` in seconds.
  private mutating func add(
    words: JSONValue?, _ label: SpeakerLabel
  ) throws(TranscriptError) {
    guard let words else { return }
    for word in words.elements {
      let text = word["punctuated_word"] ?? word["word"] ?? word["text"]
      try add(
        text?.text ?? "", word["start"]?.number, word["end"]?.number,
        Self.speaker(word["speaker"]) ?? label)
    }
  }

  private static func speaker(_ value: JSONValue?) -> SpeakerLabel? {
    value?.text.map(SpeakerLabel.init(name:))
  }

  private static func channel(_ value: JSONValue?) -> SpeakerLabel? {
    value?.number.flatMap { Int(exactly: $0) }.map(SpeakerLabel.channel)
  }

  private mutating func add(whisper value: JSONValue) throws(TranscriptError) {
    guard let segments = value["segments"] else { return }
    for segment in segments.elements {
      let label = Self.speaker(segment["speaker"]) ?? .none
      if segment["words"]?.first != nil {
        try add(words: segment["words"], label)
      } else {
        try add(
          segment["text"]?.text ?? "", segment["start"]?.number, segment["end"]?.number, label)
      }
    }
  }

  private mutating func add(whisperCPP value: JSONValue) throws(TranscriptError) {
    note(language: value["result"]?["language"])
    guard let phrases = value["transcription"] else { return }
    for phrase in phrases.elements {
      // "?" is a phrase of which the channel could not be told.
      let speaker = phrase["speaker"]?.text
      if speaker == "?" { continue }
      let label = speaker.map { Int($0).map(SpeakerLabel.channel) ?? .init(name: $0) } ?? .none
      let text = phrase["text"]?.text ?? ""
      var words: [(text: String, start: Double?, end: Double?)] = []
      for token in phrase["tokens"].map({ Array($0.elements) }) ?? [] {
        guard let part = token["text"]?.text, !part.hasPrefix("[_") else { continue }
        let times = token["offsets"]
        let end = times?["to"]?.number.map { $0 / 1000 }
        if part.hasPrefix(" ") || words.isEmpty {
          words.append((part, times?["from"]?.number.map { $0 / 1000 }, end))
        } else {
          words[words.count - 1].text += part
          words[words.count - 1].end = end
        }
      }
      // A character that two tokens share is broken in both.
      if words.isEmpty || words.contains(where: { $0.text.contains("\u{FFFD}") }) {
        let times = phrase["offsets"]
        try add(
          text, times?["from"]?.number.map { $0 / 1000 }, times?["to"]?.number.map { $0 / 1000 },
          label)
      } else {
        try add(words, display: nil, label)
      }
    }
  }

  private mutating func add(deepgram value: JSONValue) throws(TranscriptError) {
    guard let channels = value["results"]?["channels"] else { return }
    let count = channels.elements.reduce(0) { count, _ in count + 1 }
    for (index, channel) in channels.elements.enumerated() {
      note(language: channel["detected_language"])
      for word in channel["alternatives"]?.first?["words"].map({ Array($0.elements) }) ?? [] {
        let label =
          count > 1 ? .channel(index) : Self.speaker(word["speaker"]) ?? SpeakerLabel.none
        try add(
          (word["punctuated_word"] ?? word["word"])?.text ?? "", word["start"]?.number,
          word["end"]?.number, label)
      }
    }
  }

  private mutating func add(assemblyAI value: JSONValue) throws(TranscriptError) {
    func milliseconds(_ value: JSONValue?) -> Double? { value?.number.map { $0 / 1000 } }
    func label(_ value: JSONValue) -> SpeakerLabel {
      Self.channel(value["channel"]) ?? Self.speaker(value["speaker"]) ?? .none
    }
    // The words of an utterance lack their channel in some versions; the list of all has it.
    if let words = value["words"], words.first != nil {
      for word in words.elements {
        try add(
          word["text"]?.text ?? "", milliseconds(word["start"]), milliseconds(word["end"]),
          label(word))
      }
      return
    }
    for utterance in value["utterances"].map({ Array($0.elements) }) ?? [] {
      try add(
        utterance["text"]?.text ?? "", milliseconds(utterance["start"]),
        milliseconds(utterance["end"]), label(utterance))
    }
  }

  private mutating func add(google value: JSONValue, unit: Double) throws(TranscriptError) {
    func time(_ value: JSONValue?) -> Double? {
      guard let value else { return nil }
      if let number = value.number { return number * unit }
      guard value.kind == .object else { return nil }
      return (value["seconds"]?.number ?? 0) + (value["nanos"]?.number ?? 0) / 1e9
    }
    let results = value["results"].map { Array($0.elements) } ?? []
    // With speakers told apart, the last result has every word once more, and those only count.
    let isDiarized =
      results.last?["alternatives"]?.first?["words"]?.first.map {
        $0.has("speakerTag") || $0.has("speakerLabel")
      } ?? false
    for result in isDiarized ? Array(results.suffix(1)) : results {
      note(language: result["languageCode"])
      let channel = Self.channel(result["channelTag"])
      for word in result["alternatives"]?.first?["words"].map({ Array($0.elements) }) ?? [] {
        let speaker = Self.speaker(word["speakerTag"] ?? word["speakerLabel"])
        let first = word["startTime"] ?? word["startOffset"]
        let last = word["endTime"] ?? word["endOffset"]
        // A zero is left out of protocol buffers.
        try add(
          word["word"]?.text ?? "", time(first) ?? (last == nil ? nil : 0), time(last),
          channel ?? speaker ?? .none)
      }
    }
  }

  private mutating func add(azure value: JSONValue) throws(TranscriptError) {
    guard let phrases = value["recognizedPhrases"] else { return }
    func seconds(_ ticks: JSONValue?) -> Double? { ticks?.number.map { $0 / 1e7 } }
    for phrase in phrases.elements {
      note(language: phrase["locale"])
      let label =
        Self.speaker(phrase["speaker"]) ?? Self.channel(phrase["channel"]) ?? SpeakerLabel.none
      guard let best = phrase["nBest"]?.first else { continue }
      let display = best["display"]?.text
      guard let listed = best["words"] ?? best["displayWords"], listed.first != nil else {
        let start = seconds(phrase["offsetInTicks"])
        let length = seconds(phrase["durationInTicks"])
        try add(display ?? "", start, start.map { $0 + (length ?? 0) }, label)
        continue
      }
      let words = listed.elements.map { word in
        let start = seconds(word["offsetInTicks"])
        let length = seconds(word["durationInTicks"])
        return (
          text: (word["word"] ?? word["displayText"])?.text ?? "", start: start,
          end: start.map { $0 + (length ?? 0) }
        )
      }
      try add(words, display: display, label)
    }
  }

  private mutating func add(rev value: JSONValue) throws(TranscriptError) {
    guard let monologues = value["monologues"] else { return }
    for monologue in monologues.elements {
      let label =
        Self.speaker(monologue["speaker_info"]?["display_name"])
        ?? Self.speaker(monologue["speaker"]) ?? SpeakerLabel.none
      for element in monologue["elements"].map({ Array($0.elements) }) ?? [] {
        let text = element["value"]?.text ?? ""
        if element["type"]?.text == "punct" {
          add(punctuation: text, label)
        } else {
          try add(text, element["ts"]?.number, element["end_ts"]?.number, label)
        }
      }
    }
  }

  private mutating func add(twilio value: JSONValue) throws(TranscriptError) {
    guard let sentences = value["sentences"] else { return }
    for sentence in sentences.elements {
      let label = Self.channel(sentence["media_channel"]) ?? .none
      let text = sentence["transcript"]?.text
      guard let listed = sentence["words"], listed.first != nil else {
        try add(text ?? "", sentence["start_time"]?.number, sentence["end_time"]?.number, label)
        continue
      }
      let words = listed.elements.map { word in
        (
          text: word["word"]?.text ?? "", start: word["start_time"]?.number,
          end: word["end_time"]?.number
        )
      }
      try add(words, display: text, label)
    }
  }

  private mutating func add(turn value: JSONValue) throws(TranscriptError) {
    let label =
      Self.speaker(value["speaker_role"]) ?? Self.channel(value["channel_index"])
      ?? SpeakerLabel.none
    let start = (value["offset_ms"]?.number ?? 0) / 1000
    let texts = Self.pieces(of: (value["human_transcript"] ?? value["transcript"])?.text ?? "")
    let offsets = value["word_offsets_ms"].map { $0.elements.map { $0.number } } ?? []
    let lengths = value["word_durations_ms"].map { $0.elements.map { $0.number } } ?? []
    guard texts.count == offsets.count, texts.count == lengths.count else {
      let end = start + (value["duration_ms"]?.number ?? 0) / 1000
      return try add(texts.joined(separator: " "), start, end, label)
    }
    for (text, (offset, length)) in zip(texts, zip(offsets, lengths)) {
      let begin = offset.map { start + $0 / 1000 }
      try add(text, begin, begin.map { $0 + (length ?? 0) / 1000 }, label)
    }
  }

  private mutating func add(line value: JSONValue) throws(TranscriptError) {
    let label =
      Self.speaker(value["party"] ?? value["speaker"]) ?? Self.channel(value["channel"])
      ?? SpeakerLabel.none
    let start = value["start"]?.number
    let length = value["duration"]?.number
    let end = value["end"]?.number ?? start.flatMap { start in length.map { start + $0 } }
    try add((value["word"] ?? value["text"])?.text ?? "", start, end, label)
  }
}
