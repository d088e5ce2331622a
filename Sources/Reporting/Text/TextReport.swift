public import Conversation

/// The report on one call for people: a timeline, talk shares, interruptions, listening, notes.
///
/// A pure function of its parts. Lines fit the style's width and carry no line feed.
public struct TextReport: Sendable {
  let session: Session
  let summary: Summary
  let record: CallRecord
  let style: ReportStyle

  /// Creates the report on a call.
  public init(
    session: Session, summary: Summary, record: CallRecord, style: ReportStyle = ReportStyle()
  ) {
    self.session = session
    self.summary = summary
    self.record = record
    self.style = style
  }

  /// The lines of the report.
  public var lines: [String] {
    guard length > .zero else { return header + notes }
    return header + timeline + talk + interruptions + listening + findings + notes
  }

  var metrics: Metrics { summary.metrics }
  var glyphs: Glyphs { style.glyphs }

  /// The length of the call; events may end after a summary that was cut short.
  var length: SampleTime { max(metrics.duration, record.end) }

  func shows(_ group: Withheld) -> Bool { summary.withheld.isDisjoint(with: group) }

  func title(_ text: String) -> String { style.paint(text, .title) }

  func quiet(_ text: String) -> [String] {
    text.wrapped(to: style.textWidth - 2).map { "  " + style.paint($0, .quiet) }
  }

  private var header: [String] {
    let name = session.source.elided(to: style.width, ellipsis: glyphs.ellipsis)
    var facts = [
      FigureText.clock(length), "\(session.sampleRate) Hz",
      "agent: \(session.parties.agent)", "customer: \(session.parties.customer)",
    ]
    if let started = session.started { facts.append(started) }
    if let call = session.callID { facts.append("call \(call)") }
    if let agent = session.agentID { facts.append("agent \(agent)") }
    var lines = [title(name)]
    lines += facts.joined(separator: glyphs.separator).wrapped(to: style.width)
      .map { $0.elided(to: style.width, ellipsis: glyphs.ellipsis) }
    if !summary.reliable {
      lines.append(style.paint("The figures are not reliable; the notes say why.", .notice))
    }
    return lines
  }
}
