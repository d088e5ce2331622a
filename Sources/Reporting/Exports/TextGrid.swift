import Conversation
import Wording

/// A Praat TextGrid in the long form with the interval tiers agent, customer and events.
///
/// The tiers tile the call from 0 to its end; times are in seconds with six decimals.
public enum TextGrid {
  /// The text of a call's grid.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    let end = max(call.length, .frame)
    let tiers = call.tiers
    var bytes: [UInt8] = []
    bytes.append("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n")
    bytes.append(times: Interval(start: .zero, end: end), indent: "")
    bytes.append("tiers? <exists>\nsize = \(tiers.count)\nitem []:\n")
    for (index, tier) in tiers.enumerated() {
      bytes.append("    item [\(index + 1)]:\n        class = \"IntervalTier\"\n")
      bytes.append("        name = \"\(tier.name)\"\n")
      bytes.append(times: Interval(start: .zero, end: end), indent: "        ")
      bytes.append("        intervals: size = \(tier.tiles.count)\n")
      for (index, tile) in tier.tiles.enumerated() {
        bytes.append("        intervals [\(index + 1)]:\n")
        bytes.append(times: tile.interval, indent: "            ")
        bytes.append("            text = \"\(tile.text.replacing("\"", with: "\"\""))\"\n")
      }
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(times interval: Interval, indent: String) {
    for (name, time) in [("xmin", interval.start), ("xmax", interval.end)] {
      append("\(indent)\(name) = ")
      append(scaled: time.rounded(perSecond: 1_000_000), places: 6)
      append("\n")
    }
  }
}
