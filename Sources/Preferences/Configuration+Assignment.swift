public import Conversation

extension Configuration {
  /// Changes a setting by its name.
  public mutating func set(
    _ key: String, to value: Double, at place: String
  ) throws(ConfigurationError) {
    guard let setting = Setting.named(key) else {
      throw ConfigurationError(
        .unknownSetting, at: place, "there is no setting \"\(key)\"")
    }
    guard setting.set(value, in: &self) else {
      throw ConfigurationError(
        .badValue, at: place,
        "\(key) is \(value); it must be between \(setting.range.lowerBound) and "
          + "\(setting.range.upperBound)\(setting.unit.isEmpty ? "" : " \(setting.unit)")")
    }
  }

  /// Changes a setting by an assignment such as `turns.dead_air=5`, which was read at a place.
  public mutating func assign(
    _ text: String, at place: String? = nil
  ) throws(ConfigurationError) {
    let place = place ?? text
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let isSwitch = Setting.named(String(parts[0]))?.isSwitch ?? false
    let words = ["on": 1.0, "off": 0.0, "true": 1.0, "false": 0.0]
    guard parts.count == 2,
      let value = isSwitch ? words[String(parts[1])] : Double(parts[1])
    else {
      throw ConfigurationError(
        .badValue, at: place,
        isSwitch
          ? "write \(parts[0])=on or \(parts[0])=off"
          : "write KEY=NUMBER, such as turns.dead_air=5")
    }
    try set(String(parts[0]), to: value, at: place)
  }
}
