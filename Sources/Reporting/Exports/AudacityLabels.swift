import Conversation
import Wording

/// An Audacity label track: start, end and text between tabs, in seconds with six decimals.
public enum AudacityLabels {
  /// The labels of a call, in the order of their starts.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    var labels = call.happenings
    for party in Party.allCases {
      labels += call.speech(of: party).map {
        Annotation(party: party, interval: $0.interval, text: "\(party.name) speech")
      }
    }
    labels.sort { ($0.interval.start, $0.text) < ($1.interval.start, $1.text) }
    var bytes: [UInt8] = []
    for label in labels {
      bytes.append(microseconds: label.interval.start)
      bytes.append(ascii: "\t")
      bytes.append(microseconds: label.interval.end)
      bytes.append("\t\(label.text)\n")
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(microseconds time: SampleTime) {
    append(scaled: time.rounded(perSecond: 1_000_000), places: 6)
  }
}
