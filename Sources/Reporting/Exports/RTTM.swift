import Conversation
import Wording

/// NIST Rich Transcription Time Marked: a SPEAKER line a segment, a NOSCORE line for unknown time.
///
/// Ten fields as `md-eval.pl` 22 of the NIST SCTK reads them; times in seconds.
public enum RTTM {
  /// The lines of a call, in the order of their starts.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    var lines = call.merged(call.record.segments).map { party, interval in
      Line(type: "SPEAKER", interval: interval, name: party.name)
    }
    lines += call.record.unknown.map {
      Line(type: "NOSCORE", interval: $0.interval, name: "<NA>")
    }
    lines.sort { ($0.interval.start, $0.name) < ($1.interval.start, $1.name) }
    var bytes: [UInt8] = []
    for line in lines { line.append(file: call.name, to: &bytes) }
    return bytes
  }

  private struct Line {
    let type: String
    let interval: Interval
    let name: String

    func append(file: String, to bytes: inout [UInt8]) {
      bytes.append("\(type) \(file) 1 ")
      bytes.append(seconds: interval.start)
      bytes.append(ascii: " ")
      bytes.append(seconds: interval.length)
      bytes.append(" <NA> <NA> \(name) <NA> <NA>\n")
    }
  }
}
