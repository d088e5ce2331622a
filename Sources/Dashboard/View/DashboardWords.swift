import Conversation
import Wording

/// What the dashboard says of devices and of the events in its list.
enum DashboardWords {
  /// A device's health, from the fullest wording to the shortest.
  static func healths(_ health: DeviceHealth, separator: String) -> [String] {
    if health.isLost { return ["the device is gone", "device gone"] }
    let delay = health.delay.map { "\($0.milliseconds) ms" }
    guard !health.isSound else {
      return [delay.map { "ok, \($0) delay" }, delay.map { "ok, \($0)" }, "ok"].compactMap(\.self)
    }
    let overruns = health.overruns > 0 ? FigureText.count(health.overruns, "overrun") : nil
    let unknown = health.unknown > .zero ? FigureText.length(health.unknown) + " lost" : nil
    return [
      [overruns, unknown, delay.map { "\($0) delay" }], [overruns, unknown, delay],
      [overruns, unknown], [unknown], [overruns],
    ].map { $0.compactMap(\.self).joined(separator: separator) }.filter { !$0.isEmpty }
  }

  /// An event's line in the list, without its time.
  static func words(_ kind: LogEntry.Kind) -> String {
    switch kind {
    case .interruption(let flag, let ending): words(flag, ending)
    case .backchannel(let party): EventWords.shortWord(party)
    case .prematureAnswer(let party): EventWords.answersEarly(party)
    case .deadAir(nil, _): "dead air"
    case .deadAir(let length?, let party):
      "dead air of \(FigureText.length(length))" + (party.map { ", \($0.name) ends it" } ?? "")
    case .monologue(let party, nil): EventWords.talksLong(party)
    case .monologue(let party, let length?):
      "\(party.name) talks for \(FigureText.length(length))"
    case .unknown(let party, let length, let reason):
      EventWords.notHeard(party, for: length, reason)
    case .device(let party, let state, let name):
      EventWords.device(party, state, name: name)
    case .warning(let code, let party): EventWords.condition(code.label, of: party)
    case .nothingHeard(let party): EventWords.nothingHeard(party)
    case .lesson(let line): line.sentence(calls: 1)
    case .hold(nil): "on hold"
    case .hold(let length?): "on hold for \(FigureText.length(length))"
    case .mark: "marked"
    case .callStarted: "call begins"
    case .callEnded(let length): "call ends after \(FigureText.minutes(length))"
    case .notice(let text): text
    }
  }

  private static func words(_ flag: Interruption, _ ending: LogEntry.Ending) -> String {
    switch ending {
    case .open: return EventWords.bothSpeak(flag.party)
    case .markedWrong: return "\(EventWords.interrupts(flag.party)): marked as wrong"
    case .retracted(let reason):
      return "\(EventWords.bothSpeak(flag.party)), no interruption: \(reason.label)"
    case .resolved(let resolution):
      guard resolution.agreement == nil else { return EventWords.mayAgree(flag.party) }
      let words = "\(EventWords.interrupts(flag.party)), \(resolution.outcome.words)"
      return words
        + (resolution.outcome == .floorTaken ? " (\(FigureText.length(resolution.overlap)))" : "")
    }
  }
}
