import Conversation
import LiveFixtures
import SoundServer
import Synchronization
import Testing

@testable import AlsaCapture
@testable import Live
@testable import LiveCapture

/// A call whose parties are heard by a device each.
@Suite(.timeLimit(.minutes(60))) struct TwoDeviceCaptureTests {
  private static let recording = LiveSamples.path("support-call.wav")

  private func stream(
    agent: LiveDevice, customer: LiveDevice, seconds: Double, changes: [Int: StreamChange] = [:]
  ) throws -> (stream: LiveStream, session: Session) {
    let source = CallDevices.twoDevices(
      agent: agent.request(channels: [1]), customer: customer.request(channels: [2]))
    let capture = try CallCapture.start(
      source, rate: nil, clocks: PartyPair(agent: agent.clock, customer: customer.clock))
    let looks = Mutex(0)
    let watch = CallWatch(source) {
      looks.withLock { look in
        defer { look += 1 }
        return changes[look]
      }
    }
    let live = CaptureSource(capture, of: source, patience: 60, started: nil, watch: watch)
    let session = live.session
    let settings = LiveSettings(duration: SampleTime(seconds: seconds))
    return (LiveStream(try LiveCall.start(live, settings: settings)), session)
  }

  @Test func eachPartyHasItsDeviceAndItsFaults() throws {
    let (stream, session) = try stream(
      agent: try LiveDevice(playing: Self.recording, faults: "unplug@2:1 xrun@5:0.2 xrun@7:0.2"),
      customer: try LiveDevice(playing: Self.recording), seconds: 12)
    #expect(session.source == "headset + headset")
    #expect(
      session.parties == PartyPair(agent: "headset channel 1", customer: "headset channel 2"))
    let states = stream.events.compactMap { event in
      if case .device(let party, let state, _) = event.kind {
        party == .agent ? state : nil
      } else {
        nil
      }
    }
    #expect(states == [.lost, .returned])
    #expect(stream.ending.summary.notes.contains("the agent's device had 2 overruns, 1 loss"))
    #expect(!stream.ending.summary.notes.contains { $0.contains("the customer's device") })
  }

  @Test func aClockThatRunsFasterThanTheOtherIsSaid() throws {
    let (stream, _) = try stream(
      agent: try LiveDevice(playing: Self.recording),
      customer: try LiveDevice(playing: Self.recording, partsPerMillion: 300), seconds: 65)
    let note = stream.ending.summary.notes.first { $0.contains("ppm") }
    #expect(
      note?.hasSuffix(" ppm faster than the agent's; this was corrected") == true, "\(note ?? "")")
  }

  @Test func whatTheServerMovesIsThatPartysAlone() throws {
    let other = SoundDevice(index: 3, name: "speakers", description: "")
    let (stream, _) = try stream(
      agent: try LiveDevice(playing: Self.recording),
      customer: try LiveDevice(playing: Self.recording), seconds: 12,
      changes: [
        0: .strayed(feed: 1, source: nil), 300: .returned(feed: 1, source: other),
        301: .remote("tcp:far:4713"),
      ])
    let told = stream.events.compactMap { event in
      if case .device(.customer, let state, let name) = event.kind {
        "\(state) \(name)"
      } else {
        nil
      }
    }
    #expect(told == ["moved none", "returned headset"])
    #expect(
      stream.events.allSatisfy { event in
        if case .unknown(.agent, _, _) = event.kind { false } else { true }
      })
    #expect(
      stream.notices == [
        "the sound server is tcp:far:4713: audio comes over the network from another machine"
      ])
  }

  @Test func aDeviceWithoutChosenChannelsIsNamedWithoutThem() {
    let request = CaptureRequest(device: "microphone")
    let devices = CallDevices.twoDevices(agent: request, customer: request)
    #expect(devices.parties == PartyPair(repeating: "microphone"))
    #expect(CallDevices.oneDevice(request).parties == PartyPair(repeating: "microphone"))
  }

  @Test func withoutAServerNoOutputIsSaidToPlay() {
    #expect(PlayingOutputs(nil).names == nil)
    #expect(PlayingOutputs(nil).state == nil)
  }
}
