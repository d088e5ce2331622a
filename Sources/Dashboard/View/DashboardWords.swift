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

  /// A device's name as people know it, made of what the sound server and ALSA call it.
  static func device(_ name: String) -> String {
    switch name {
    case "default": return "default microphone"
    case "pulse:DEVICE=@DEFAULT_MONITOR@": return "all that is played"
    default: break
    }
    let server = "pulse:DEVICE="
    guard name.hasPrefix(server) else { return name }
    var parts = name.dropFirst(server.count).split(separator: ".", omittingEmptySubsequences: true)
    if parts.last == "monitor" { parts.removeLast() }
    guard parts.count > 1, parts[0] == "alsa_output" || parts[0] == "alsa_input" else {
      return parts.joined(separator: ".")
    }
    // usb-0b0e_Jabra_EVOLVE_20-00 and pci-0000_00_1f: the bus, its numbers, and for USB a name.
    guard parts[1].hasPrefix("usb-") else { return "built-in sound" }
    var words = parts[1].dropFirst(4).split(separator: "_")
    if words.count > 1, words[0].count == 4, words[0].allSatisfy(\.isHexDigit) {
      words.removeFirst()
    }
    let text = words.joined(separator: " ")
    let isNumbered =
      text.count > 3 && text.dropLast(2).last == "-"
      && text.suffix(2).allSatisfy(\.isNumber)
    return isNumbered ? String(text.dropLast(3)) : text
  }

  /// An event's line in the list, without its time.
  static func words(_ kind: LogEntry.Kind) -> String {
    switch kind {
    case .interruption(let flag, let ending): words(flag, ending)
    case .backchannel(let party): EventWords.shortWord(party)
    case .prematureAnswer(let party): EventWords.answersEarly(party)
    case .deadAir(nil, _): "dead air"
    case .deadAir(let length?, let party): EventWords.deadAir(length, endedBy: party)
    case .monologue(let party, nil): EventWords.talksLong(party)
    case .monologue(let party, let length?):
      "\(party.name) talks for \(FigureText.length(length))"
    case .unknown(let party, let length, let reason):
      EventWords.notHeard(party, for: length, reason)
    case .paused(let length): "paused for \(FigureText.length(length))"
    case .device(let party, let state, let name):
      EventWords.device(party, state, name: name)
    case .warning(let code, let party): EventWords.condition(code.label, of: party)
    case .nothingHeard(let party): EventWords.nothingHeard(party)
    case .hold(nil): "on hold"
    case .hold(let length?): "on hold for \(FigureText.length(length))"
    case .mark: "marked"
    case .callStarted(let minute):
      EventWords.callBegins(minute.map { ($0 / 60, $0 % 60) })
    case .callEnded(let length): EventWords.callEnds(length)
    case .notice(let text): text
    }
  }

  private static func words(_ flag: Interruption, _ ending: LogEntry.Ending) -> String {
    switch ending {
    case .open: return EventWords.bothSpeak(flag.party)
    case .markedWrong: return "\(EventWords.interrupts(flag.party)): marked as wrong"
    case .retracted(let reason):
      return "no interruption by the \(flag.party.name): \(reason.label)"
    case .resolved(let resolution):
      guard resolution.agreement == nil else { return EventWords.mayAgree(flag.party) }
      return EventWords.interruption(flag.party, resolution)
    }
  }
}
