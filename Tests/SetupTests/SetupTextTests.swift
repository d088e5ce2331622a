import Conversation
import Reporting
import SetupFixtures
import Testing

@testable import Setup

/// What a check says.
@Suite struct SetupTextTests {
  private static let headset = HeadsetSurroundings.headset
  private static let around = HeadsetSurroundings.around
  private let text = SetupText(ReportStyle())

  @Test func theOutputThatPlaysIsNamed() {
    let finding = SetupFinding.otherOutputs([Self.headset], isCustomerHeard: false)
    #expect(
      finding.words(Self.around)
        == "Firefox plays on Jabra EVOLVE 20 (alsa_output.usb-Jabra), but Built-in Audio is heard")
    var muted = Self.around
    muted.heard.agent.isMuted = true
    #expect(SetupFinding.noSignal(.agent).words(muted) == "the microphone is muted")
  }

  @Test func theReportHasBothDevicesAndEndsWithTheVerdict() {
    var script = SetupScript()
    script.hear(5, agent: SetupScript.speech, customer: SetupScript.silence)
    script.hear(8, agent: SetupScript.hiss, customer: SetupScript.speech)
    #expect(
      text.lines(script.check.verdict, Self.around) { _ in nil } == [
        "agent     Built-in Audio (alsa_input.pci)", "          sound up to -25 dBFS",
        "customer  Built-in Audio (alsa_output.pci)",
        "          speech at -24 dBFS, no noise",
        "apart     yes: neither is heard on the other's side", "", "The set-up is right.",
      ])
  }

  @Test func faultsAreMarkedAndWrapped() {
    let verdict = SetupVerdict(
      sides: PartyPair(repeating: SetupSide()), heard: PartyPair(repeating: SetupHeard()),
      findings: [.noSignal(.agent), .overdriven(.customer)])
    let lines = text.lines(verdict, Self.around) {
      $0.isFault ? nil : "lower the volume of the call"
    }
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.hasPrefix("wrong     nothing comes from the microphone") })
    #expect(lines.contains { $0.hasPrefix("note      the output is overdriven; lower") })
    #expect(lines.last == "The set-up is not right.")
    #expect(lines.contains("apart     not known: both have to be heard"))
  }

  @Test func metersShowLevelsAndWhoSpeaks() {
    let look = SetupLook(
      time: SampleTime(seconds: 3), length: SampleTime(seconds: 0.1),
      sides: PartyPair(agent: SetupScript.speech, customer: SetupScript.silence))
    #expect(
      text.meters(look) == [
        "agent     ██████████████··········   -25 dB  speech",
        "customer  ························        –  no signal",
      ])
    #expect(text.line(look) == "0:03  agent -25 dB speech · customer – no signal")
    let away = SetupLook(
      time: .zero, length: .zero,
      sides: PartyPair(agent: SetupSide(isHeard: false), customer: SetupScript.hiss))
    #expect(text.line(away) == "0:00  agent – not heard · customer -70 dB no speech")
    #expect(text.words(.speak) != text.words(.play))
  }

  @Test func programsGetTheSame() {
    let verdict = SetupVerdict(
      sides: PartyPair(repeating: SetupScript.speech),
      heard: PartyPair(repeating: SetupHeard()),
      findings: [.otherOutputs([Self.headset], isCustomerHeard: false)])
    let json = String(
      decoding: SetupJSON.bytes(verdict, Self.around) { _ in "listen to it" }, as: UTF8.self)
    #expect(json.contains("\"right\": false"))
    #expect(json.contains("\"device\": \"alsa_input.pci\""))
    #expect(json.contains("\"code\":\"other_output_plays\""))
    #expect(json.contains("\"remedy\":\"listen to it\""))
    #expect(json.contains("\"outputs\":[\"alsa_output.usb-Jabra\"]"))
  }
}
