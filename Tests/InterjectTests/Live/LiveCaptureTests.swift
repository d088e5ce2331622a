import Conversation
import Foundation
import LiveFixtures
import SoundServer
import Synchronization
import Testing

@testable import AlsaCapture
@testable import Live
@testable import LiveCapture

@Suite(.timeLimit(.minutes(60))) struct LiveCaptureTests {
  /// What is said of a call that a simulated device plays, cut to a length.
  ///
  /// `changes` come from the sound server, each with one of the first looks at it, counted from 0.
  private func stream(
    _ device: LiveDevice, seconds: Double, patience: Double = 60,
    changes: [Int: StreamChange] = [:]
  ) throws -> LiveStream {
    let source = CallDevices.oneDevice(device.request(channels: [1, 2]))
    let capture = try CallCapture.start(
      source, rate: nil, clocks: PartyPair(agent: device.clock, customer: nil))
    let looks = Mutex(0)
    let watch = CallWatch(source) {
      looks.withLock { look in
        defer { look += 1 }
        return changes[look]
      }
    }
    let live = CaptureSource(
      capture, of: source, patience: patience, started: nil, watch: watch)
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

  private static let microphone = SoundDevice(index: 3, name: "microphone", description: "")

  @Test func whatAStrayedStreamHearsIsNobodysTalk() throws {
    let device = try LiveDevice(playing: LiveSamples.path("support-call.wav"))
    let stream = try stream(
      device, seconds: 30,
      changes: [
        0: .strayed(feed: 0, source: Self.microphone),
        400: .returned(feed: 0, source: Self.microphone),
      ])
    let told = stream.events.compactMap { event in
      if case .device(nil, let state, let name) = event.kind { "\(state) \(name)" } else { nil }
    }
    #expect(told == ["moved microphone", "returned headset"])
    let unknown = stream.events.compactMap { event in
      if case .unknown(_, let interval, .moved) = event.kind { interval } else { nil }
    }
    #expect(unknown.count == 2 && unknown.allSatisfy { $0.start == .zero })
    let back = try #require(unknown.first?.end)
    #expect(back > SampleTime(seconds: 1))
    let speech = stream.events.compactMap { event in
      if case .speech(_, let interval) = event.kind { interval.start } else { nil }
    }
    #expect(speech.allSatisfy { $0 >= back } && !speech.isEmpty)
  }

  @Test func aStreamThatIsFollowedIsHeardOn() throws {
    let device = try LiveDevice(playing: LiveSamples.path("support-call.wav"))
    let stream = try stream(
      device, seconds: 10, changes: [2: .followed(feed: 0, source: Self.microphone), 3: .shared])
    #expect(stream.ending.summary.metrics.unknown == .zero)
    let warnings = stream.events.filter { event in
      if case .warning(.identicalChannels, nil) = event.kind { true } else { false }
    }
    #expect(warnings.count == 1)
    let notes = stream.ending.summary.notes
    #expect(notes.contains { $0.hasPrefix("the sound server gave both parties one source") })
  }

  @Test func aStreamThatStaysAwayEndsTheCall() throws {
    let device = try LiveDevice(playing: LiveSamples.path("support-call.wav"))
    let stream = try stream(
      device, seconds: 60, patience: 3, changes: [0: .strayed(feed: 0, source: nil)])
    #expect(stream.ending.goneDevice == "headset")
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
