import Testing

@testable import SoundServer

@Suite struct SoundNameTests {
  private let names = SoundName(ServerScript().state)

  private func found(_ name: String, _ use: SoundName.Use) -> String? {
    guard case .one(let source) = names.match(name, for: use) else { return nil }
    return source.name
  }

  @Test func anOutputsNameIsTheCustomerAndAnInputsTheAgent() {
    #expect(found("headset", .customer) == "headset.monitor")
    #expect(found("mic", .agent) == "mic")
    #expect(found("headset.monitor", .customer) == "headset.monitor")
  }

  @Test func partsOfNamesAndDescriptionsWillDo() {
    #expect(found("SPEAK", .customer) == "speakers.monitor")
    #expect(found("internal", .agent) == "mic")
    #expect(found("Internal Microphone", .agent) == "mic")
  }

  /// What is no output is looked for among the inputs.
  @Test func aCustomerMayBeAtAnInput() {
    #expect(found("internal", .customer) == "mic")
  }

  @Test func severalAreNamed() {
    #expect(names.match("the", for: .customer) == .several(["speakers", "headset"]))
  }

  @Test(arguments: ["", "bluetooth"])
  func whereThereIsNoneAllAreNamed(_ name: String) {
    #expect(
      names.match(name, for: .agent) == .none(["mic", "headset-mic", "speakers", "headset"]))
  }
}
