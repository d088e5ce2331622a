import Wording

/// The speech probability of every 10 ms frame as CSV, appended to a buffer that the caller keeps.
///
/// A line is `time,agent,customer`, or `time,speech` for a single channel: the end of the frame in
/// seconds with two decimals, probabilities with three. A line allocates nothing once the buffer
/// has room.
public enum FramesText {
  /// The first line for two parties.
  public static let header = "time,agent,customer\n"
  /// The first line for a single channel.
  public static let singleHeader = "time,speech\n"

  /// Appends the line of a frame, counted from 0, of two parties.
  public static func append(
    frame: Int, agent: Float, customer: Float, to bytes: inout [UInt8]
  ) {
    bytes.append(scaled: frame + 1, places: 2)
    append(probability: agent, to: &bytes)
    append(probability: customer, to: &bytes)
    bytes.append(ascii: "\n")
  }

  /// Appends the line of a frame, counted from 0, of a single channel.
  public static func append(frame: Int, speech: Float, to bytes: inout [UInt8]) {
    bytes.append(scaled: frame + 1, places: 2)
    append(probability: speech, to: &bytes)
    bytes.append(ascii: "\n")
  }

  private static func append(probability: Float, to bytes: inout [UInt8]) {
    // A probability that is none is written as no speech, so that every line parses.
    let bounded = probability > 0 ? min(probability, 1) : 0
    let thousandths = UInt16(bounded * 1000 + 0.5)
    bytes.append(ascii: ",")
    bytes.append(digit: thousandths / 1000)
    bytes.append(ascii: ".")
    bytes.append(digit: thousandths / 100 % 10)
    bytes.append(digit: thousandths / 10 % 10)
    bytes.append(digit: thousandths % 10)
  }
}

extension [UInt8] {
  fileprivate mutating func append(digit: UInt16) {
    append(48 + UInt8(truncatingIfNeeded: digit))
  }
}
