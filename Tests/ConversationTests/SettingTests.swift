import Conversation
import Testing

/// Every threshold has a name, a range and a way in and out of a configuration.
@Suite struct SettingTests {
  private static let keys = Setting.all.map(\.key)

  private func setting(_ key: String) throws -> Setting { try #require(Setting.named(key)) }

  @Test func keysAreUnique() {
    #expect(Set(Self.keys).count == Self.keys.count)
    let groups = ["activity", "turns", "tone", "tone_change", "guidance", "calls"]
    #expect(Self.keys.allSatisfy { groups.contains(String($0.prefix { $0 != "." })) })
    #expect(Setting.named("turns.nonsense") == nil)
  }

  @Test(arguments: keys) func theDefaultIsInRange(key: String) throws {
    let setting = try setting(key)
    #expect(setting.range.contains(setting.value(in: Configuration())))
  }

  @Test(arguments: keys) func valuesInRangeRoundTripAndChangeNothingElse(key: String) throws {
    let setting = try setting(key)
    let middle = (setting.range.lowerBound + setting.range.upperBound) / 2
    let inside = setting.isSwitch ? [] : [middle]
    for value in [setting.range.lowerBound, setting.range.upperBound] + inside {
      var configuration = Configuration()
      #expect(setting.set(value, in: &configuration))
      #expect(setting.value(in: configuration) == value)
      for other in Setting.all where other.key != key {
        #expect(other.value(in: configuration) == other.value(in: Configuration()))
      }
      #expect(setting.set(setting.value(in: Configuration()), in: &configuration))
      #expect(configuration == Configuration())
    }
  }

  @Test(arguments: keys) func valuesOutOfRangeChangeNothing(key: String) throws {
    let setting = try setting(key)
    let outside = [
      setting.range.lowerBound.nextDown, setting.range.upperBound.nextUp, .infinity, -.infinity,
      .nan,
    ]
    for value in outside {
      var configuration = Configuration()
      #expect(!setting.set(value, in: &configuration))
      #expect(configuration == Configuration())
    }
  }

  @Test(arguments: keys) func everySettingIsExplained(key: String) throws {
    let setting = try setting(key)
    #expect(!setting.summary.isEmpty && !setting.source.isEmpty)
    #expect(["", "s", "dB", "st"].contains(setting.unit))
  }

  @Test func theDefaultsAreThoseOfTheDefinitions() {
    let defaults = [
      "activity.bridge": 0.18, "activity.shortest_speech": 0.1, "turns.backchannel_longest": 1,
      "turns.backchannel_silence": 1, "turns.simultaneous_start": 0.2,
      "turns.premature_answer": 1, "turns.floor_alone": 1, "turns.floor_within": 5,
      "turns.newcomer_silent": 0.3, "turns.other_spoken": 0.2, "turns.terminal_overlap": 0.4,
      "turns.dead_air": 3, "turns.monologue": 60, "turns.customer_delay": 0,
    ]
    for (key, value) in defaults {
      #expect(Setting.named(key)?.value(in: Configuration()) == value, "\(key)")
    }
  }
}
