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

  /// Rules that only make sense together; whoever changes a default is told of the others.
  @Test func noDefaultContradictsAnother() {
    let activity = Configuration().activity
    let turns = Configuration().turns
    #expect(activity.offset <= activity.onset, "what begins speech does not end it")
    #expect(activity.bridge < turns.newcomerSilent, "a bridged pause makes no newcomer")
    #expect(turns.simultaneousStart < turns.newcomerSilent)
    #expect(turns.terminalOverlap < turns.floorAlone, "an ordinary change takes no floor")
    #expect(turns.floorAlone < turns.floorWithin)
    #expect(turns.backchannelLongest <= turns.prematureAnswer, "no backchannel is an answer")
    #expect(activity.bridge < turns.deadAir && turns.deadAir < turns.monologue)
  }
}
