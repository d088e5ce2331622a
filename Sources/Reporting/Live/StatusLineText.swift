public import Conversation
import Wording

/// The state of a call in one line of at most 80 columns, for `monitor --line`.
///
/// Figures keep their columns, so that a line drawn over the last one does not jump. Where there
/// are fewer columns, what matters least is left out or shortened; that audio is recorded, and who
/// speaks, comes last.
public enum StatusLineText {
  /// The most columns of a line.
  public static let width = 80

  /// How much of a line is said, from all of it to who speaks.
  private enum Extent: CaseIterable {
    case whole, noOverlap, noTime, shortNames, noInterruptions, speakers
  }

  /// A piece of a line, in the colour of a party where it has one.
  private struct Piece {
    var text: String
    var party: Party?
  }

  /// The line: whether audio is recorded, time, who speaks, shares of talk, interruptions by agent
  /// and customer, overlap; as much of that as fits into some columns.
  ///
  /// The party of a device that is `gone` has that in place of its share. A remark takes the place
  /// of all but who speaks, and that audio is recorded.
  public static func line(
    _ metrics: Metrics, speaking: PartyPair<Bool>,
    gone: PartyPair<Bool> = PartyPair(repeating: false), isRecording: Bool = false,
    remark: String? = nil, style: ReportStyle = ReportStyle(), columns: Int = width
  ) -> String {
    let limit = max(0, min(columns, width))
    if let remark {
      var pieces = pieces(metrics, speaking, gone, isRecording, style, .speakers)
      let room = limit - pieces.reduce(2) { $0 + $1.text.count }
      if room > 0 {
        let ellipsis = style.glyphs.ellipsis
        let fits = remark.count <= room
        let words = fits ? remark : remark.prefix(max(0, room - ellipsis.count)) + ellipsis
        pieces.append(Piece(text: "  " + words))
        return text(pieces, style)
      }
    }
    for extent in Extent.allCases {
      let pieces = pieces(metrics, speaking, gone, isRecording, style, extent)
      guard pieces.reduce(0, { $0 + $1.text.count }) <= limit else { continue }
      return text(pieces, style)
    }
    let least = pieces(metrics, speaking, gone, isRecording, style, .speakers).map(\.text).joined()
    return String(least.prefix(limit))
  }

  /// A word to the agent, as a remark of a line.
  public static func words(_ nudge: Nudge, clock: EventClock) -> String {
    nudge.words(at: clock.reading(nudge.start))
  }

  /// That nothing is heard from a party, as a remark of a line.
  public static func nothingHeard(_ party: Party) -> String { EventWords.nothingHeard(party) }

  /// The lines for a lesson of the call that has just ended.
  public static func lesson(
    _ line: GuidanceLine, clock: EventClock, columns: Int = width
  ) -> [String] {
    "lesson: \(line.sentence(clock.origin))".wrapped(to: min(columns, width))
  }

  private static func text(_ pieces: [Piece], _ style: ReportStyle) -> String {
    pieces.map { piece in
      piece.party.map { style.paint(piece.text, Ink($0)) } ?? piece.text
    }.joined()
  }

  private static func pieces(
    _ metrics: Metrics, _ speaking: PartyPair<Bool>, _ gone: PartyPair<Bool>, _ isRecording: Bool,
    _ style: ReportStyle, _ extent: Extent
  ) -> [Piece] {
    let isShort = [.shortNames, .noInterruptions, .speakers].contains(extent)
    var pieces: [Piece] = []
    if [.whole, .noOverlap].contains(extent) {
      // Tenths would change the line at every look, and tell nothing.
      let clock = FigureText.clock(seconds: Int(metrics.duration.seconds))
      pieces.append(
        Piece(text: isRecording ? "rec " + clock.aligned(right: 7) : clock.aligned(right: 10)))
    } else if isRecording {
      pieces.append(Piece(text: "rec"))
    }
    for party in Party.allCases {
      let sign = speaking[party] ? (style.ascii ? "*" : "●") : " "
      let name = isShort ? party.name.prefix(1).uppercased() : party.name
      if !pieces.isEmpty { pieces.append(Piece(text: isShort ? " " : "  ")) }
      pieces.append(Piece(text: "\(name) \(sign)", party: party))
      guard extent != .speakers else { continue }
      let known = metrics.withheld.contains(.share) ? nil : metrics.shareOfTalk(party)
      let share = known.map(FigureText.percent) ?? style.glyphs.missing
      pieces.append(Piece(text: (gone[party] ? "gone" : share).aligned(right: 6)))
    }
    guard extent != .speakers, extent != .noInterruptions else { return pieces }
    let counts = Party.allCases.map { party in
      metrics.withheld.contains(.interruptions)
        ? style.glyphs.missing : "\(metrics.parties[party].interruptions.floorTaken)"
    }
    let interruptions = "\(isShort ? "int." : "interruptions") \(counts[0]):\(counts[1])"
    pieces.append(Piece(text: "  " + interruptions.padded(to: isShort ? 9 : 21)))
    guard extent == .whole else { return pieces }
    let overlap =
      metrics.duration > .zero && !metrics.withheld.contains(.overlap)
      ? FigureText.percent(metrics.overlap.seconds / metrics.duration.seconds)
      : style.glyphs.missing
    pieces.append(Piece(text: " both" + overlap.aligned(right: 6)))
    return pieces
  }
}
