import Conversation
import Foundation
import LiveFixtures
import Testing

@testable import AlsaCapture
@testable import Live
@testable import LiveCapture

@Suite(.timeLimit(.minutes(60))) struct LiveCaptureTests {
  /// What is said of a call that a simulated device plays, cut to a length.
  private func stream(
    _ device: LiveDevice, seconds: Double, patience: Double = 60
  ) throws -> LiveStream {
    let source = CallDevices.oneDevice(device.request(channels: [1, 2]))
    let capture = try CallCapture.start(
      source, rate: nil, clocks: PartyPair(agent: device.clock, customer: nil))
    let live = CaptureSource(capture, of: source, patience: patience, started: nil)
    let settings = LiveSettings(duration: SampleTime(seconds: seconds))
    return LiveStream(try LiveCall.start(live, settings: settings))
  }

  @Test(arguments: ["support-call.wav", "noisy-line.wav", "speaker-bleed.wav"])
  func aCallThroughADeviceSaysWhatItsAnalysisSays(_ name: String) throws {
    let device = try LiveDevice(playing: LiveSamples.path(name))
    let source = try ReplaySource.open(LiveSamples.source(name), speed: 0)
    let replay = LiveStream(try LiveCall.start(source))
    let length = replay.ending.summary.end
    let stream = try stream(device, seconds: length.seconds)
    #expect(stream.text == replay.text)
  }

  @Test func aLostDeviceIsSaidAtOnceAndItsTimeIsUnknown() throws {
    let device = try LiveDevice(
      playing: LiveSamples.path("support-call.wav"), faults: "unplug@5:2")
    let stream = try stream(device, seconds: 20)
    let states = stream.events.compactMap { event in
      if case .device(let party, let state, _) = event.kind, party == nil { state } else { nil }
    }
    #expect(states == [.lost, .returned])
    let times = stream.events.map(\.at)
    #expect(times == times.sorted())
    let unknown = stream.ending.summary.metrics.unknown.seconds
    #expect(abs(unknown - 2) < 0.1)
    #expect(stream.ending.goneDevice == nil)
    #expect(stream.ending.summary.notes.contains("the device had 1 loss"))
  }

  @Test func aDeviceThatStaysAwayEndsTheCall() throws {
    let device = try LiveDevice(
      playing: LiveSamples.path("support-call.wav"), faults: "unplug@5:1000")
    let stream = try stream(device, seconds: 60, patience: 3)
    #expect(stream.ending.goneDevice == "headset")
    let heard = stream.ending.summary.end.seconds
    #expect(heard >= 8 && heard < 10)
  }
}
