import Conversation
import Wording

/// WebVTT captions that say who speaks and what happens, for a player beside the recording.
public enum WebVTT {
  /// The least time that a caption of a happening is shown, in seconds, so that it can be read.
  private static let shortestCaption = SampleTime(seconds: 2)

  /// The captions of a call, in the order of their starts.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    var cues = call.happenings.map { happening in
      let interval = happening.interval
      let end = max(interval.end, interval.start + shortestCaption)
      return Annotation(
        party: happening.party, interval: Interval(start: interval.start, end: end),
        text: happening.text.escapedForXML)
    }
    let captions = call.captions
    for party in Party.allCases {
      // Where there are captions of what was said, they stand for the speech.
      cues += call.speech(of: party).filter { speech in
        !captions.contains { $0.party == party && $0.interval.touches(speech.interval) }
      }.map {
        Annotation(
          party: party, interval: $0.interval, text: "<v \(party.name)>\(party.name) speaks</v>")
      }
    }
    cues += captions.map {
      Annotation(
        party: $0.party, interval: $0.interval,
        text: "<v \($0.party?.name ?? "")>\($0.text.printable.escapedForXML)</v>")
    }
    cues.sort { ($0.interval.start, $0.text) < ($1.interval.start, $1.text) }
    var bytes: [UInt8] = []
    bytes.append("WEBVTT\n")
    for cue in cues {
      bytes.append(ascii: "\n")
      bytes.append(timestamp: cue.interval.start)
      bytes.append(" --> ")
      bytes.append(timestamp: cue.interval.end)
      bytes.append("\n\(cue.text)\n")
    }
    return bytes
  }
}

extension CallReport {
  /// What was said, where texts were asked for.
  fileprivate var captions: [Annotation] {
    record.words.compactMap { event in
      guard case .utterance(let party, let interval, _, let text?) = event else { return nil }
      return Annotation(party: party, interval: interval, text: text)
    }
  }
}

extension Interval {
  fileprivate func touches(_ other: Interval) -> Bool { start < other.end && other.start < end }
}

extension [UInt8] {
  fileprivate mutating func append(timestamp time: SampleTime) {
    let milliseconds = Swift.max(0, time.milliseconds)
    let seconds = milliseconds / 1000
    append(digits: UInt(seconds / 3600), atLeast: 2)
    append(ascii: ":")
    append(digits: UInt(seconds / 60 % 60), atLeast: 2)
    append(ascii: ":")
    append(digits: UInt(seconds % 60), atLeast: 2)
    append(ascii: ".")
    append(digits: UInt(milliseconds % 1000), atLeast: 3)
  }
}
