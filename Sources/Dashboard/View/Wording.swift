import Conversation

/// What the dashboard says of conditions and events.
enum Wording {
  /// A warning, with its party where it concerns one.
  static func words(_ code: WarningCode, _ party: Party?) -> String {
    (party.map { "\($0.name)'s channel: " } ?? "") + plain(code.rawValue)
  }

  /// A device's health, from the fullest wording to the shortest.
  static func healths(_ health: DeviceHealth, separator: String) -> [String] {
    if health.isLost { return ["the device is gone", "device gone"] }
    let delay = health.delay.map { "\($0.milliseconds) ms" }
    guard !health.isSound else {
      return [delay.map { "ok, \($0) delay" }, delay.map { "ok, \($0)" }, "ok"].compactMap(\.self)
    }
    let overruns = health.overruns > 0 ? Figures.count(health.overruns, "overrun") : nil
    let unknown = health.unknown > .zero ? Figures.length(health.unknown) + " lost" : nil
    return [
      [overruns, unknown, delay.map { "\($0) delay" }], [overruns, unknown, delay],
      [overruns, unknown], [unknown], [overruns],
    ].map { $0.compactMap(\.self).joined(separator: separator) }.filter { !$0.isEmpty }
  }

  /// An event's line in the list, without its time.
  static func words(_ kind: LogEntry.Kind) -> String {
    switch kind {
    case .interruption(let flag, let ending): words(flag, ending)
    case .backchannel(let party): "\(party.name) encourages \(party.other.name)"
    case .prematureAnswer(let party): "\(party.name) answers early"
    case .deadAir(nil, _): "dead air"
    case .deadAir(let length?, let party):
      "dead air of \(Figures.length(length))" + (party.map { ", \($0.name) ends it" } ?? "")
    case .monologue(let party, nil): "\(party.name) has been talking for long"
    case .monologue(let party, let length?):
      "\(party.name) talks for \(Figures.length(length))"
    case .unknown(let party, let length, let reason):
      "\(party.name) not heard for \(Figures.length(length)): \(plain(reason.rawValue))"
    case .device(let party, let state, let name):
      (party.map { "\($0.name)'s " } ?? "") + "device \(state.rawValue): \(name)"
    case .warning(let code, let party): words(code, party)
    case .hold(nil): "on hold"
    case .hold(let length?): "on hold for \(Figures.length(length))"
    case .mark: "marked"
    case .callStarted: "call begins"
    case .callEnded(let length): "call ends after \(Figures.clock(length))"
    case .notice(let text): text
    }
  }

  private static func words(_ flag: Interruption, _ ending: LogEntry.Ending) -> String {
    let words = "\(flag.party.name) interrupts \(flag.party.other.name)"
    let both = "both speak: \(flag.party.name) over \(flag.party.other.name)"
    switch ending {
    case .open: return both
    case .retracted(let reason): return both + ", no interruption: " + plain(reason.rawValue)
    case .resolved(let resolution):
      let overlap = " (\(Figures.length(resolution.overlap)))"
      if resolution.agreement != nil {
        return "\(flag.party.name) talked over \(flag.party.other.name), may be agreement"
      }
      switch resolution.outcome {
      case .floorTaken: return words + ", takes the turn" + overlap
      case .floorKept: return words + ", does not get it"
      case .unknown: return words + ", unclear"
      }
    }
  }

  /// A name of the event stream as words.
  private static func plain(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }
}
