import Conversation
import Reporting

/// Listening over days and weeks for spreadsheets and programs.
public enum TrendTables {
  private static let head = [
    "step", "period", "calls", "hours", "share_of_talk", "interruptions", "interruptions_per_hour",
    "wait", "dead_air_share",
  ]

  /// A row for each day and week.
  public static func csv(days: [TrendPeriod], weeks: [TrendPeriod]) -> String {
    let hasWords = hasWords(days + weeks)
    let head = head + (hasWords ? words(TrendPeriod(label: "")).map(\.name) : [])
    func row(_ step: String, _ period: TrendPeriod) -> [String] {
      let figures = figures(period) + (hasWords ? words(period) : [])
      return [step, period.label, "\(period.calls)"] + figures.map { $0.value.map(Self.text) ?? "" }
    }
    return CommaSeparatedText.text(
      [head] + days.map { row("day", $0) } + weeks.map { row("week", $0) })
  }

  /// Whether a call has words; without them there are no columns for them.
  private static func hasWords(_ periods: [TrendPeriod]) -> Bool {
    periods.contains { $0.words.calls > 0 }
  }

  private static func words(_ period: TrendPeriod) -> [(name: String, value: Double?)] {
    let sums = period.words
    func known(_ count: Int) -> Double? { sums.calls > 0 ? Double(count) : nil }
    return [
      ("calls_with_words", Double(sums.calls)), ("questions", known(sums.words.questions)),
      ("questions_per_hour", sums.hourly(sums.words.questions)),
      ("open_questions_at_least", known(sums.words.openQuestions)),
      ("possible_playbacks", known(sums.words.playbacks)),
    ]
  }

  private static func figures(_ period: TrendPeriod) -> [(name: String, value: Double?)] {
    let hours = period.time.seconds / 3600
    return [
      ("hours", hours), ("share_of_talk", period.share),
      ("interruptions", Double(period.interruptions.agent)),
      ("interruptions_per_hour", period.hourly(.agent)), ("wait", period.wait?.seconds),
      ("dead_air_share", hours > 0 ? period.deadAir.seconds / period.time.seconds : nil),
    ]
  }

  private static func text(_ value: Double) -> String {
    var text = JSONText()
    text.value(value, places: value == value.rounded() ? 0 : 4)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// One object: the periods, and the change of the last weeks.
  public static func json(
    days: [TrendPeriod], weeks: [TrendPeriod], change: TeamChange?
  ) -> [UInt8] {
    var text = JSONText(brokenLevels: 2)
    let hasWords = hasWords(days + weeks)
    text.beginObject()
    for (name, periods) in [("days", days), ("weeks", weeks)] {
      text.name(name)
      text.beginArray()
      for period in periods {
        text.beginObject()
        text.name("period")
        text.value(period.label)
        text.name("calls")
        text.value(period.calls)
        for figure in figures(period) + (hasWords ? words(period) : []) {
          text.name(figure.name)
          if let value = figure.value { text.value(value, places: 4) } else { text.null() }
        }
        text.endObject()
      }
      text.endArray()
    }
    text.name("change")
    if let change {
      text.beginObject()
      text.name("ratio")
      text.value(change.ratio, places: 4)
      text.name("interval")
      text.beginArray()
      text.value(change.interval.lowerBound, places: 4)
      text.value(change.interval.upperBound, places: 4)
      text.endArray()
      text.name("weeks")
      text.value(change.weeks)
      text.name("direction")
      text.value(change.direction.rawValue)
      text.endObject()
    } else {
      text.null()
    }
    text.endObject()
    text.endLine()
    return text.bytes
  }
}
