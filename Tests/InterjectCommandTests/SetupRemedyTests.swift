import Conversation
import Setup
import SetupFixtures
import Testing

@testable import InterjectCommand

/// What a check says to do, with the options that do it.
@Suite struct SetupRemedyTests {
  private static let headset = HeadsetSurroundings.headset
  private static let around = HeadsetSurroundings.around
  private static let recording = SetupSurroundings(
    heard: PartyPair(
      agent: SetupDevice(name: "left of call.wav"), customer: SetupDevice(name: "right of call.wav")
    ), isRecording: true)

  // Made anew: the leak sanitizer does not see what a static one's boxed cases hang from.
  private static var all: [SetupFinding] {
    Party.allCases.flatMap { party -> [SetupFinding] in
      [
        .noSignal(party), .nothingHeard(party), .noSpeech(party), .away(party),
        .leak(into: party, level: -8), .leak(into: party, level: -20), .quiet(party, level: -50),
        .noisy(party, distance: 6), .overdriven(party),
      ]
    } + [
      .sameSource, .swapped, .otherOutputs([Self.headset], isCustomerHeard: true),
      .otherOutputs([Self.headset], isCustomerHeard: false),
    ]
  }

  @Test func theOutputThatPlaysIsNamedWithTheOptionThatHearsIt() {
    let finding = SetupFinding.otherOutputs([Self.headset], isCustomerHeard: false)
    #expect(
      finding.remedy(Self.around)?.hasPrefix("listen to it with --customer alsa_output.usb-Jabra")
        == true
    )
  }

  @Test func aMicrophoneThatGivesNothingIsNamedWithTheOthers() {
    let finding = SetupFinding.noSignal(.agent)
    #expect(
      finding.remedy(Self.around)
        == "switch it on, or name another with --agent: Jabra EVOLVE 20 Mono (alsa_input.usb-Jabra)"
    )
    var muted = Self.around
    muted.heard.agent.isMuted = true
    #expect(finding.remedy(muted) == "unmute it: pactl set-source-mute alsa_input.pci 0")
  }

  @Test(arguments: all)
  func everyFindingIsOneSentenceWithoutItsStop(finding: SetupFinding) {
    for around in [Self.around, Self.recording] {
      let words = finding.words(around)
      #expect(!words.isEmpty && !words.hasSuffix(".") && !words.contains("\n"))
      #expect(finding.remedy(around).map { !$0.isEmpty && !$0.hasSuffix(".") } ?? true)
      #expect(!finding.isFault || finding.remedy(around) != nil || finding.party == .customer)
    }
    #expect(!finding.code.contains(" "))
  }

  @Test func recordingsHaveChannelsAndNoMicrophone() {
    for finding in Self.all {
      let said = finding.words(Self.recording) + (finding.remedy(Self.recording) ?? "")
      guard case .otherOutputs = finding else {
        #expect(!said.contains("--agent ") && !said.contains("pactl"), "\(said)")
        continue
      }
    }
  }
}
