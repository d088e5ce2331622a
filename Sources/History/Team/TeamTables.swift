import Conversation
import Reporting

/// The report on a team for spreadsheets and programs.
public enum TeamTables {
  /// A row for the team and for each agent shown.
  public static func csv(_ report: TeamReport) -> String {
    let head = [
      "agent", "calls", "hours", "taken", "taken_per_hour", "taken_per_hour_low",
      "taken_per_hour_high", "rest_per_hour", "mark", "taken_per_100_customer_turns", "salient",
      "failed", "unclear", "disputed", "contested", "customer_taken", "share_of_talk",
      "backchannels_per_minute", "wait", "dead_air_share", "openings_heard", "openings",
      "monologues", "change", "change_low", "change_high", "disputed_taken", "may_be_agreement",
    ]
    var rows = [head]
    if let whole = report.whole {
      rows.append(row("", whole, report.interval, nil, nil, report.change))
    }
    for member in report.members {
      rows.append(
        row(member.name, member.figures, member.interval, member.usual, member.mark, member.change))
    }
    return CommaSeparatedText.text(rows)
  }

  private static func row(
    _ name: String, _ figures: TeamFigures, _ interval: ClosedRange<Double>?, _ usual: Double?,
    _ mark: TeamMember.Mark?, _ change: TeamChange?
  ) -> [String] {
    let number = { (value: Double?) in value.map { text($0) } ?? "" }
    return [
      name, "\(figures.calls)", number(figures.hours), "\(figures.taken)",
      number(figures.takenPerHour), number(interval?.lowerBound), number(interval?.upperBound),
      number(usual), mark?.rawValue ?? "", number(figures.takenPerTurns), "\(figures.salient)",
      "\(figures.failed)", "\(figures.unclear)", "\(figures.disputed)",
      figures.contested.map { "\($0)" } ?? "", "\(figures.customerTaken)", number(figures.share),
      number(figures.backchannelRate), number(figures.wait), number(figures.deadAir),
      "\(figures.openings.heard)", "\(figures.openings.all)", "\(figures.monologues)",
      number(change?.ratio), number(change?.interval.lowerBound),
      number(change?.interval.upperBound), "\(figures.disputedTaken)",
      "\(figures.mayBeAgreement)",
    ]
  }

  private static func text(_ value: Double) -> String {
    var text = JSONText()
    text.value(value, places: 4)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// The numbers of calls that are not named, with their names: for whoever may know.
  public static func key(_ report: TeamReport) -> String {
    CommaSeparatedText.text(
      [["number", "call", "file", "recording"]]
        + report.numbered.enumerated().map {
          ["call \($0.offset + 1)", $0.element.name, $0.element.file, $0.element.source]
        })
  }

  /// One object.
  public static func json(_ report: TeamReport) -> [UInt8] {
    var text = JSONText(brokenLevels: 2)
    text.beginObject()
    text.name("schema")
    text.value(1)
    text.name("checked")
    if let precision = report.estimate?.precision, precision.count > 0 {
      text.beginObject()
      text.whole("right", precision.hits)
      text.whole("of", precision.count)
      text.range("interval", precision.interval)
      text.endObject()
    } else {
      text.null()
    }
    text.name("team")
    if let whole = report.whole {
      text.beginObject()
      text.figures(whole, report.interval, report.change)
      text.endObject()
    } else {
      text.null()
    }
    text.name("agents")
    text.beginArray()
    for member in report.members {
      text.beginObject()
      text.name("agent")
      text.value(member.name)
      text.number("rest_per_hour", member.usual)
      text.name("mark")
      if let mark = member.mark { text.value(mark.rawValue) } else { text.null() }
      text.figures(member.figures, member.interval, member.change)
      text.name("rest")
      if let rest = member.rest {
        text.beginObject()
        text.figures(rest, nil, nil)
        text.endObject()
      } else {
        text.null()
      }
      text.endObject()
    }
    text.endArray()
    text.name("weeks")
    text.beginArray()
    for week in report.weeks {
      text.beginObject()
      text.name("start")
      text.value(week.start.text)
      text.whole("calls", week.calls)
      text.number("taken_per_hour", week.figures?.takenPerHour)
      text.number("share_of_talk", week.figures?.share)
      text.number("wait", week.figures?.wait)
      text.endObject()
    }
    text.endArray()
    text.name("moments")
    text.beginArray()
    for moment in report.moments {
      text.beginObject()
      text.name("call")
      text.value(moment.call)
      text.number("start", moment.start)
      text.name("text")
      text.value(moment.text)
      text.name("is_good")
      text.value(moment.isGood)
      text.endObject()
    }
    text.endArray()
    text.name("associations")
    text.beginArray()
    for association in report.associations {
      text.beginObject()
      text.name("outcome")
      text.value(association.outcome)
      text.name("measure")
      text.value(association.measure)
      text.whole("calls", association.calls)
      text.number("correlation", association.correlation)
      text.range("interval", association.interval)
      text.endObject()
    }
    text.endArray()
    text.whole("agents_hidden", report.hidden)
    text.whole("unreliable", report.unreliable)
    text.endObject()
    text.endLine()
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func whole(_ name: String, _ number: Int?) {
    self.name(name)
    if let number { value(number) } else { null() }
  }

  fileprivate mutating func number(_ name: String, _ number: Double?) {
    self.name(name)
    if let number { value(number, places: 4) } else { null() }
  }

  fileprivate mutating func range(_ name: String, _ range: ClosedRange<Double>?) {
    self.name(name)
    guard let range else { return null() }
    beginArray()
    value(range.lowerBound, places: 4)
    value(range.upperBound, places: 4)
    endArray()
  }

  fileprivate mutating func figures(
    _ figures: TeamFigures, _ interval: ClosedRange<Double>?, _ change: TeamChange?
  ) {
    whole("calls", figures.calls)
    number("hours", figures.hours)
    whole("taken", figures.taken)
    number("taken_per_hour", figures.takenPerHour)
    range("taken_per_hour_interval", interval)
    number("taken_per_100_customer_turns", figures.takenPerTurns)
    whole("salient", figures.salient)
    whole("failed", figures.failed)
    whole("may_be_agreement", figures.mayBeAgreement)
    whole("unclear", figures.unclear)
    whole("disputed", figures.disputed)
    whole("disputed_taken", figures.disputedTaken)
    whole("contested", figures.contested)
    whole("customer_taken", figures.customerTaken)
    number("share_of_talk", figures.share)
    number("backchannels_per_minute", figures.backchannelRate)
    number("wait", figures.wait)
    number("dead_air_share", figures.deadAir)
    whole("openings_heard", figures.openings.heard)
    whole("openings", figures.openings.all)
    whole("monologues", figures.monologues)
    name("change")
    guard let change else { return null() }
    beginObject()
    number("ratio", change.ratio)
    range("interval", change.interval)
    whole("weeks", change.weeks)
    name("direction")
    value(change.direction.rawValue)
    endObject()
  }
}
