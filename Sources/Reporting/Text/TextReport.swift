import Conversation
import Wording

/// The report on one call for people: a timeline, talk shares, interruptions, listening, notes.
///
/// A pure function of its parts. Lines fit the style's width and carry no line feed.
public struct TextReport: Sendable {
  let call: CallReport
  let style: ReportStyle
  let commands: ReaderCommands?

  /// Creates the report on a call.
  public init(
    _ call: CallReport, style: ReportStyle = ReportStyle(), commands: ReaderCommands? = nil
  ) {
    self.call = call
    self.style = style
    self.commands = commands
  }

  /// The lines of the report.
  public var lines: [String] {
    guard length > .zero else { return header + notes }
    guard shows(.speech) else { return header + withheldFigures + notes }
    return header + timeline + talk + interruptions + listening + words + findings
      + guidance + notes
  }

  var summary: Summary { call.summary }
  var record: CallRecord { call.record }
  var metrics: Metrics { call.metrics }
  var length: SampleTime { call.length }
  var glyphs: Glyphs { style.glyphs }

  func shows(_ group: Withheld) -> Bool { call.shows(group) }

  func title(_ text: String) -> String { style.paint(text, .title) }

  func quiet(_ text: String) -> [String] {
    text.wrapped(to: style.textWidth - 2).map { "  " + style.paint($0, .quiet) }
  }

  private var withheldFigures: [String] {
    ["", title("Talk, silence, interruptions")] + quiet("Left out: the input is not good enough.")
  }

  private var header: [String] {
    let session = call.session
    let name = session.source.printable.elided(to: style.width, ellipsis: glyphs.ellipsis)
    var facts = [
      FigureText.clock(length),
      session.sampleRate > 0 ? "\(session.sampleRate) Hz" : "from segments",
      "agent: \(session.parties.agent)", "customer: \(session.parties.customer)",
    ]
    if let started = session.started { facts.append(started) }
    if let call = session.callID { facts.append("call \(call)") }
    if let agent = session.agentID { facts.append("agent \(agent)") }
    var lines = [title(name)]
    lines += facts.joined(separator: glyphs.separator).printable.wrapped(to: style.width)
      .map { $0.elided(to: style.width, ellipsis: glyphs.ellipsis) }
    if !summary.reliable {
      lines.append(style.paint("The figures are not reliable; the notes say why.", .notice))
    }
    return lines
  }
}
