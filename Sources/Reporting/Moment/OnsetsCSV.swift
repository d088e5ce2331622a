import Conversation

/// The onsets of a call over the other's speech as a scheme names them, a row each (RFC 4180).
public enum OnsetsCSV {
  private static let columns = [
    "source", "start", "end", "by", "scheme", "class", "own_silence", "lead", "other_spoken",
    "offset",
  ]

  /// A header and the rows of a call; only the header where overlaps are withheld.
  public static func bytes(_ call: CallReport, by scheme: OnsetScheme) -> [UInt8] {
    var text = CSVRow()
    for column in columns { text.append(column) }
    text.end()
    guard call.shows(.overlap), call.shows(.interruptions) else { return text.bytes }
    for onset in call.record.onsets {
      text.append(call.session.source)
      text.append(onset.start)
      text.append(onset.overlap.interval.end)
      text.append(onset.party.name)
      text.append(scheme.rawValue)
      text.append(scheme.name(of: onset))
      text.append(onset.onset.ownSilence)
      text.append(onset.lead)
      text.append(onset.onset.otherSpoken)
      text.append(onset.onset.offset)
      text.end()
    }
    return text.bytes
  }
}
