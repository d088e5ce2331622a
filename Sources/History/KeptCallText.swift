import Conversation
import FoundationEssentials
public import Preferences
public import Reporting
import Wording

/// Saved calls as a table, one of them as a report, and both for programs.
public struct KeptCallText {
  private let style: ReportStyle
  private let time: LocalTime

  /// Creates the text in a style; dates are those of some clocks.
  public init(style: ReportStyle, in time: LocalTime = .current) {
    self.style = style
    self.time = time
  }

  /// A line a call, in the order given.
  public func list(_ calls: [KeptCall]) -> [String] {
    let heading =
      "      " + "began".padded(to: 16) + "length".aligned(right: 10)
      + "agent talks".aligned(right: 13) + "agent interrupts".aligned(right: 18)
      + "customer".aligned(right: 10)
    return [style.paint(heading, .quiet)] + calls.map(line)
  }

  /// The figures of a call, as the report of `analyze` gives them.
  ///
  /// - Throws: `HistoryError` where the file is damaged.
  public func report(_ call: KeptCall, of count: Int) throws(HistoryError) -> [String] {
    let summary = try call.figures.get().summary
    let report = TextReport(
      CallReport(
        session: Session(
          source: "Call \(call.number) of \(count)", sampleRate: 0,
          parties: PartyPair(agent: "", customer: ""), settings: ""),
        summary: summary, record: CallRecord(), version: ""), style: style)
    let facts =
      ["Call \(call.number) of \(count)", date(call.began)]
      + [FigureText.clock(summary.metrics.duration), "id \(call.id)"]
    let doubt =
      summary.reliable
      ? [] : [style.paint("The figures are not reliable: the input was too poor.", .notice)]
    return [style.paint(facts.joined(separator: style.glyphs.separator), .title)] + doubt
      + report.figureLines
  }

  /// The calls for programs: an array of objects.
  public static func json(_ calls: [KeptCall]) -> [UInt8] {
    var text = JSONText(brokenLevels: 1)
    text.beginArray()
    for call in calls {
      text.beginObject()
      text.field("number", call.number)
      text.field("id", call.id)
      text.field("file", call.path)
      text.field("started", call.began?.formatted(.iso8601))
      switch call.figures {
      case .success(let figures):
        let metrics = figures.summary.metrics
        text.field("problem", nil as String?)
        text.field("reliable", figures.summary.reliable)
        text.field("duration", metrics.duration)
        let share = metrics.withheld.contains(.share) ? nil : metrics.shareOfTalk(.agent)
        text.field("agent_share_of_talk", share)
        for party in Party.allCases {
          let counts = metrics.parties[party].interruptions
          // The first is of those that took the turn, as in the list.
          for (name, count) in [
            ("interruptions", counts.floorTaken), ("attempts", counts.attempts),
            ("may_be_agreement", counts.mayBeAgreement), ("marked_wrong", counts.markedWrong),
          ] {
            text.name("\(party.name)_\(name)")
            if metrics.withheld.contains(.interruptions) { text.null() } else { text.value(count) }
          }
        }
      case .failure(let error): text.field("problem", error.description)
      }
      text.endObject()
    }
    text.endArray()
    text.endLine()
    return text.bytes
  }

  private func line(_ call: KeptCall) -> String {
    let start = "\(call.number)".aligned(right: 4) + "  " + date(call.began).padded(to: 16)
    guard case .success(let figures) = call.figures else {
      return start + style.paint("  damaged: its file has no figures of a call", .notice)
    }
    let metrics = figures.summary.metrics
    let missing = style.glyphs.missing
    let share = metrics.withheld.contains(.share) ? nil : metrics.shareOfTalk(.agent)
    let counts = Party.allCases.map { party in
      metrics.withheld.contains(.interruptions)
        ? missing : "\(metrics.parties[party].interruptions.floorTaken)"
    }
    return start + FigureText.clock(seconds: Int(metrics.duration.seconds)).aligned(right: 10)
      + (share.map(FigureText.percent) ?? missing).aligned(right: 13)
      + counts[0].aligned(right: 18) + counts[1].aligned(right: 10)
      + (figures.summary.reliable ? "" : "  " + style.paint("not reliable", .notice))
  }

  private func date(_ date: Date?) -> String {
    guard let date else { return style.glyphs.missing }
    let minute = time.second(of: date) / 60
    var bytes = Array("\(time.day(of: date).text) ".utf8)
    bytes.append(digits: UInt(minute / 60), atLeast: 2)
    bytes += Array(":".utf8)
    bytes.append(digits: UInt(minute % 60), atLeast: 2)
    return String(decoding: bytes, as: UTF8.self)
  }
}
