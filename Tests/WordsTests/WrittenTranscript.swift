@testable import Words

/// The words of a made-up call, written in every shape that is read.
struct WrittenTranscript {
  struct Spoken {
    var party: Int
    var text: String
    /// Milliseconds.
    var start: Int
    var end: Int
  }

  /// Sentences of one party after the other.
  var sentences: [[Spoken]] = []

  /// Two sentences with marks at their ends, and times that are no round numbers.
  static var short: WrittenTranscript {
    var call = WrittenTranscript()
    call.say(0, "Good morning. What can I do?", from: 503)
    call.say(1, "My kettle has stopped working.", from: 3_207)
    return call
  }

  /// As many words as are said in a time of talk in turns.
  static func long(seconds: Int) -> WrittenTranscript {
    var call = WrittenTranscript()
    var now = 0
    var party = 0
    while now < seconds * 1000 {
      call.say(party, "Well then my kettle has stopped working, and the lid is broken.", from: now)
      now += 4_000
      party = 1 - party
    }
    return call
  }

  mutating func say(_ party: Int, _ text: String, from start: Int) {
    var now = start
    sentences.append(
      text.split(separator: " ").map { word in
        let begin = now
        now += 60 * word.count + 20
        return Spoken(party: party, text: String(word), start: begin, end: now - 20)
      })
  }

  var words: [Spoken] { sentences.flatMap { $0 } }

  private static let names = ["Agent", "Customer"]

  private static func list<T>(_ items: [T], _ text: (T) -> String) -> String {
    items.map(text).joined(separator: ",")
  }

  private static func plain(_ word: Spoken) -> String {
    word.text.lowercased().filter { $0.isLetter }
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = "\(milliseconds % 1000)"
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func text(_ words: [Spoken]) -> String {
    words.map(\.text).joined(separator: " ")
  }

  private func words(of party: Int) -> [Spoken] { words.filter { $0.party == party } }

  /// The call in a shape; those without parties have one party's words only.
  func written(as format: TranscriptFormat, party: Int = 0) -> String {
    switch format {
    case .whisper: whisper(party)
    case .whisperCPP: whisperCPP(party)
    case .vosk: vosk(party)
    case .deepgram: deepgram
    case .assemblyAI: assemblyAI
    case .amazonTranscribe: amazon
    case .callAnalytics: callAnalytics
    case .google: google(unit: "Time", number: { "\"\(Self.seconds($0))s\"" })
    case .riva: google(unit: "Time", number: { "\($0)" })
    case .azure: azure
    case .rev: rev
    case .twilio: twilio
    case .jsonLines: jsonLines
    case .turns: turns
    case .subRip: subRip
    case .webVTT: webVTT
    case .ctm: ctm
    case .textGrid: textGrid
    case .elan: elan
    }
  }

  private func whisper(_ party: Int) -> String {
    let words = Self.list(words(of: party)) {
      #"{"word":" \#($0.text)","start":\#(Self.seconds($0.start)),"end":\#(Self.seconds($0.end)),"probability":0.9}"#
    }
    return #"{"text":"","segments":[{"id":0,"start":0,"end":9,"text":"","words":[\#(words)]}],"#
      + #""language":"en"}"#
  }

  private func whisperCPP(_ party: Int) -> String {
    let tokens = Self.list(words(of: party)) { word in
      // Models split long words; the pieces after the first have no space in front.
      let cut = word.text.index(word.text.startIndex, offsetBy: max(word.text.count / 2, 1))
      let middle = word.text.count > 1 ? (word.start + word.end) / 2 : word.end
      let pieces = [
        (" " + word.text[..<cut], word.start, middle),
        (String(word.text[cut...]), middle, word.end),
      ].filter { !$0.0.isEmpty }
      return Self.list(pieces) {
        #"{"text":"\#($0.0)","offsets":{"from":\#($0.1),"to":\#($0.2)},"id":1,"p":0.9}"#
      }
    }
    return #"{"result":{"language":"en"},"transcription":[{"offsets":{"from":0,"to":9000},"#
      + #""text":"","tokens":[{"text":"[_BEG_]","offsets":{"from":0,"to":0}},\#(tokens)]}]}"#
  }

  private func vosk(_ party: Int) -> String {
    sentences.filter { $0[0].party == party }.map { sentence in
      let words = Self.list(sentence) {
        #"{"conf":1.0,"end":\#(Self.seconds($0.end)),"start":\#(Self.seconds($0.start)),"word":"\#(Self.plain($0))"}"#
      }
      return #"{"result":[\#(words)],"text":""}"#
    }.joined(separator: "\n") + "\n{\"text\":\"\"}\n"
  }

  private var deepgram: String {
    let channels = Self.list([0, 1]) { party in
      let words = Self.list(words(of: party)) {
        #"{"word":"\#(Self.plain($0))","start":\#(Self.seconds($0.start)),"end":\#(Self.seconds($0.end)),"punctuated_word":"\#($0.text)"}"#
      }
      return #"{"alternatives":[{"transcript":"","words":[\#(words)]}]}"#
    }
    return #"{"metadata":{"channels":2},"results":{"channels":[\#(channels)]}}"#
  }

  private var assemblyAI: String {
    let words = Self.list(words) {
      #"{"text":"\#($0.text)","start":\#($0.start),"end":\#($0.end),"channel":"\#($0.party + 1)","speaker":"\#($0.party + 1)"}"#
    }
    return #"{"id":"1","language_code":"en_us","words":[\#(words)],"utterances":[]}"#
  }

  private var amazon: String {
    let channels = Self.list([0, 1]) { party in
      let items = Self.list(words(of: party)) { word in
        let mark = word.text.last.flatMap { $0.isPunctuation ? $0 : nil }
        let spoken =
          #"{"start_time":"\#(Self.seconds(word.start))","end_time":"\#(Self.seconds(word.end))","alternatives":[{"confidence":"0.9","content":"\#(word.text.filter { !$0.isPunctuation })"}],"type":"pronunciation"}"#
        return mark.map {
          spoken
            + #",{"alternatives":[{"content":"\#($0)"}],"type":"punctuation"}"#
        } ?? spoken
      }
      return #"{"channel_label":"ch_\#(party)","items":[\#(items)]}"#
    }
    return
      #"{"results":{"language_code":"en-US","channel_labels":{"channels":[\#(channels)]},"items":[]}}"#
  }

  private var callAnalytics: String {
    let pieces = Self.list(sentences) { sentence in
      let items = Self.list(sentence) {
        #"{"Type":"pronunciation","Content":"\#(Self.plain($0))","BeginOffsetMillis":\#($0.start),"EndOffsetMillis":\#($0.end)}"#
      }
      return
        #"{"ParticipantRole":"\#(Self.names[sentence[0].party].uppercased())","Content":"\#(Self.text(sentence))","Items":[\#(items)]}"#
    }
    return #"{"LanguageCode":"en-US","Transcript":[\#(pieces)]}"#
  }

  private func google(unit: String, number: (Int) -> String) -> String {
    let results = Self.list(sentences) { sentence in
      let words = Self.list(sentence) {
        #"{"start\#(unit)":\#(number($0.start)),"end\#(unit)":\#(number($0.end)),"word":"\#($0.text)"}"#
      }
      return
        #"{"alternatives":[{"words":[\#(words)]}],"channelTag":\#(sentence[0].party + 1),"languageCode":"en-us"}"#
    }
    return #"{"results":[\#(results)]}"#
  }

  private var azure: String {
    let phrases = Self.list(sentences) { sentence in
      let words = Self.list(sentence) {
        #"{"word":"\#(Self.plain($0))","offsetInTicks":\#($0.start * 10_000),"durationInTicks":\#(($0.end - $0.start) * 10_000)}"#
      }
      return
        #"{"channel":\#(sentence[0].party),"nBest":[{"display":"\#(Self.text(sentence))","words":[\#(words)]}]}"#
    }
    return #"{"source":"a","recognizedPhrases":[\#(phrases)]}"#
  }

  private var rev: String {
    let monologues = Self.list(sentences) { sentence in
      let elements = Self.list(sentence) { word in
        #"{"type":"text","value":"\#(word.text.filter { !$0.isPunctuation })","ts":\#(Self.seconds(word.start)),"end_ts":\#(Self.seconds(word.end))},{"type":"punct","value":"\#(word.text.filter(\.isPunctuation)) "}"#
      }
      return #"{"speaker":\#(sentence[0].party),"elements":[\#(elements)]}"#
    }
    return #"{"monologues":[\#(monologues)]}"#
  }

  private var twilio: String {
    let written = Self.list(sentences) { sentence in
      let words = Self.list(sentence) {
        #"{"word":"\#($0.text)","start_time":"\#(Self.seconds($0.start))","end_time":"\#(Self.seconds($0.end))"}"#
      }
      return
        #"{"media_channel":\#(sentence[0].party + 1),"transcript":"\#(Self.text(sentence))","words":[\#(words)]}"#
    }
    return #"{"sentences":[\#(written)]}"#
  }

  private var jsonLines: String {
    words.map {
      #"{"party":"\#(Self.names[$0.party].lowercased())","start":\#(Self.seconds($0.start)),"end":\#(Self.seconds($0.end)),"word":"\#($0.text)"}"#
    }.joined(separator: "\n")
  }

  private var turns: String {
    let turns = Self.list(sentences) { sentence in
      let start = sentence[0].start
      return
        #"{"channel_index":\#(sentence[0].party + 1),"offset_ms":\#(start),"duration_ms":9000,"speaker_role":"\#(["agent", "caller"][sentence[0].party])","human_transcript":"\#(Self.text(sentence))","word_offsets_ms":[\#(Self.list(sentence) { "\($0.start - start)" })],"word_durations_ms":[\#(Self.list(sentence) { "\($0.end - $0.start)" })]}"#
    }
    return "[\(turns)]"
  }

  private func cue(_ words: [Spoken]) -> String {
    "00:00:0\(Self.seconds(words[0].start)) --> 00:00:0\(Self.seconds(words[words.count - 1].end))"
  }

  private var subRip: String {
    sentences.enumerated().map { index, sentence in
      "\(index + 1)\r\n\(cue(sentence).replacing(".", with: ","))\r\n"
        + "\(Self.names[sentence[0].party]): \(Self.text(sentence))\r\n"
    }.joined(separator: "\r\n")
  }

  private var webVTT: String {
    "WEBVTT\n\n"
      + sentences.map {
        "\(cue($0)) align:start\n<v \(Self.names[$0[0].party])>\(Self.text($0))</v>\n"
      }.joined(separator: "\n")
  }

  private var ctm: String {
    ";; made up\n"
      + words.map {
        "call \($0.party + 1) \(Self.seconds($0.start)) \(Self.seconds($0.end - $0.start)) \(Self.plain($0)) 0.9"
      }.joined(separator: "\n")
  }

  private var textGrid: String {
    let tiers = [0, 1].map { party -> String in
      let words = words(of: party)
      let intervals = words.enumerated().map { index, word in
        """
                intervals [\(index + 1)]:
                    xmin = \(Self.seconds(word.start))
                    xmax = \(Self.seconds(word.end))
                    text = "\(word.text)"
        """
      }.joined(separator: "\n")
      return """
            item [\(party + 1)]:
                class = "IntervalTier"
                name = "\(Self.names[party].lowercased()) - words"
                xmin = 0
                xmax = 9
                intervals: size = \(words.count)
        \(intervals)
        """
    }.joined(separator: "\n")
    return """
      File type = "ooTextFile"
      Object class = "TextGrid"

      xmin = 0
      xmax = 9
      tiers? <exists>
      size = 2
      item []:
      \(tiers)
      """
  }

  private var elan: String {
    let words = words
    let slots = words.enumerated().map { index, word in
      "<TIME_SLOT TIME_SLOT_ID=\"a\(index)\" TIME_VALUE=\"\(word.start)\"/>"
        + "<TIME_SLOT TIME_SLOT_ID=\"b\(index)\" TIME_VALUE=\"\(word.end)\"/>"
    }.joined()
    let tiers = [0, 1].map { party in
      "<TIER TIER_ID=\"\(Self.names[party])\">"
        + words.enumerated().filter { $0.element.party == party }.map { index, word in
          "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"\(index)\" TIME_SLOT_REF1=\"a\(index)\" "
            + "TIME_SLOT_REF2=\"b\(index)\"><ANNOTATION_VALUE>\(word.text)</ANNOTATION_VALUE>"
            + "</ALIGNABLE_ANNOTATION></ANNOTATION>"
        }.joined() + "</TIER>"
    }.joined()
    return "<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT><TIME_ORDER>\(slots)</TIME_ORDER>\(tiers)"
      + "</ANNOTATION_DOCUMENT>"
  }
}
