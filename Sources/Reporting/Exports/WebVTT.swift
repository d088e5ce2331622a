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
    for party in Party.allCases {
      cues += call.speech(of: party).map {
        Annotation(
          party: party, interval: $0.interval, text: "<v \(party.name)>\(party.name) speaks</v>")
      }
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
