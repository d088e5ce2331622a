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

  @Test func aBluetoothDeviceHasColonsInItsName() {
    var server = ServerScript()
    server.addSink("bluez_output.00:11:22:33:44:55.1", at: 2)
    let names = SoundName(server.state)
    let name = "bluez_output.00:11:22:33:44:55.1"
    #expect(names.exact(name, for: .customer)?.name == name + ".monitor")
    #expect(names.exact(name + ".monitor", for: .customer)?.name == name + ".monitor")
    #expect(names.exact("hw:1,0", for: .customer) == nil)
    #expect(names.exact("bluez", for: .customer) == nil)
  }
}
