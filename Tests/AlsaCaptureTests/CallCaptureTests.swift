import Conversation
import Foundation
import Testing

@testable import AlsaCapture

@Suite(.timeLimit(.minutes(60))) struct CallCaptureTests {
  /// All that a call gives until it has `length` samples.
  private struct Call {
    var agent: [Float] = []
    var customer: [Float] = []
    var stretches: [AudioStretch] = []
    var changes: [CallDeviceChange] = []
    var counters: PartyPair<CaptureCounters>
    var alignment: AlignmentCounters?
    var drift: Double?

    init(
      _ source: CallDevices, clocks: PartyPair<UnsafePointer<Int64>?>, samples length: Int,
      onChange: (CallDeviceChange) throws -> Void = { _ in }
    ) throws {
      var capture = try CallCapture.start(source, rate: nil, clocks: clocks)
      // In succession: a busy machine may give every piece a wait of its own.
      var patience = 3000
      while agent.count < length && patience > 0 {
        guard let piece = capture.next() else {
          capture.wait(milliseconds: 10)
          patience -= 1
          continue
        }
        patience = 3000
        switch piece {
        case .device(let change):
          changes.append(change)
          try onChange(change)
        case .stretch(let stretch):
          agent += capture.agent
          customer += capture.customer
          stretches.append(stretch)
        }
      }
      capture.stop()
      waitUntil { capture.isFinished }
      drift = capture.drift
      counters = capture.counters
      alignment = capture.alignment
    }
  }

  private func source(_ device: SimulatedDevice, _ channels: [Int] = [1, 2]) -> CallDevices {
    .oneDevice(device.request(channels: channels))
  }

  @Test func telephoneAudioOfOneDevicePassesUnchanged() throws {
    let length = 8000
    let device = try SimulatedDevice(
      frames: Ramp.data(frames: length, channels: 3), rate: 8000, channels: 3)
    let call = try Call(
      source(device, [3, 1]), clocks: PartyPair(agent: device.clock, customer: nil), samples: length
    )
    #expect(call.agent == (0..<length).map { Ramp.sample(frame: $0, channel: 2) })
    #expect(call.customer == (0..<length).map { Ramp.sample(frame: $0, channel: 0) })
    #expect(call.stretches.allSatisfy { $0.isKnown })
    #expect(call.alignment == nil)
  }

  @Test func aFaultOfOneDeviceIsUnknownForBothAtItsPlace() throws {
    let device = try SimulatedDevice(
      frames: Ramp.data(frames: 96_000, channels: 2), faults: "xrun@0.5:0.25 unplug@1:0.2")
    let call = try Call(
      source(device), clocks: PartyPair(agent: device.clock, customer: nil), samples: 24_000)
    var position = 0
    var unknown: [(start: Int, length: Int, why: PartyPair<UnknownReason?>)] = []
    for stretch in call.stretches {
      if !stretch.isKnown { unknown.append((position, stretch.samples, stretch.unknown)) }
      position += stretch.samples
    }
    let first = try #require(unknown.first)
    #expect(first.start == 8000 && first.length == 4000)
    #expect(first.why == PartyPair(repeating: .overrun))
    #expect(unknown.dropFirst().first?.start == 16_000)
    #expect(unknown.dropFirst().allSatisfy { $0.why == PartyPair(repeating: .unplugged) })
    #expect(call.changes.map(\.state) == [.lost(.unplugged), .returned])
    #expect(call.changes.allSatisfy { $0.parties == PartyPair(repeating: true) })
    #expect(call.counters.agent.isBalanced)
  }

  @Test func aDeviceMayComeBackWithAnotherRateAndFormat() throws {
    let device = try SimulatedDevice(
      frames: Data(count: 4 * 192_000), end: "loop", faults: "unplug@0.5:5")
    // It must not come back as it was while this thread waits for its turn.
    device.stayAway()
    let call = try Call(
      source(device), clocks: PartyPair(agent: device.clock, customer: nil), samples: 16_000 * 8
    ) { change in
      guard change.state == .lost(.unplugged) else { return }
      try device.replace("format S16_LE\n  rate 48000", with: "format S32_LE\n  rate 22050")
      device.comeBack()
    }
    #expect(call.changes.map(\.state) == [.lost(.unplugged), .changed])
    let unknown = call.stretches.filter { !$0.isKnown }.map(\.samples).reduce(0, +)
    #expect(abs(unknown - 80_000) <= 1600)
    #expect(call.counters.agent.isBalanced)
  }

  @Test func oneDeviceNeedsTwoChannels() throws {
    let device = try SimulatedDevice(frames: Data(count: 960))
    do throws(CaptureError) {
      _ = try CallCapture.start(source(device, [1]))
      Issue.record("it started with one channel")
    } catch {
      #expect(error.code == .unsupported)
    }
  }

  /// A ramp whose value tells the frame, for devices that run for long.
  private func long(seconds: Int) -> Data {
    let samples = (0..<seconds * 16_000).map { Int16(truncatingIfNeeded: $0) }
    return samples.withUnsafeBytes { Data($0) }
  }

  @Test func twoDevicesWithDriftStayTogetherAndNoSampleIsUnaccountedFor() throws {
    let frames = long(seconds: 62)
    let agent = try SimulatedDevice(frames: frames, rate: 16_000, channels: 1)
    let customer = try SimulatedDevice(
      frames: frames, rate: 16_000, channels: 1, partsPerMillion: 200)
    let call = try Call(
      .twoDevices(agent: agent.request(), customer: customer.request()),
      clocks: PartyPair(agent: agent.clock, customer: customer.clock), samples: 60 * 16_000)
    #expect(call.stretches.allSatisfy { $0.isKnown })
    // The customer's device has delivered 200 ppm more by any time of the line.
    var worst = 0.0
    for index in stride(from: 0, to: call.agent.count, by: 160) {
      let heard = Int16(call.customer[index] * 32_768) &- Int16(call.agent[index] * 32_768)
      let ahead = Double(index) * 200e-6
      worst = max(worst, abs(Double(heard) - ahead))
    }
    #expect(worst < 160, "at most 10 ms apart")
    let drift = try #require(call.drift)
    #expect(abs(drift - 200) < 20)
    #expect(call.counters.agent.isBalanced && call.counters.customer.isBalanced)
    let alignment = try #require(call.alignment)
    #expect(alignment.isBalanced)
    #expect(alignment.removed > alignment.inserted)
  }

  @Test func aLostDeviceLeavesTheOtherPartyHeard() throws {
    let frames = long(seconds: 12)
    let agent = try SimulatedDevice(
      frames: frames, rate: 16_000, channels: 1, faults: "unplug@2:3")
    let customer = try SimulatedDevice(frames: frames, rate: 16_000, channels: 1)
    let call = try Call(
      .twoDevices(agent: agent.request(), customer: customer.request()),
      clocks: PartyPair(agent: agent.clock, customer: customer.clock), samples: 10 * 16_000)
    let unknown = call.stretches.filter { !$0.isKnown }
    #expect(unknown.allSatisfy { $0.unknown == PartyPair(agent: .unplugged, customer: nil) })
    let length = unknown.map(\.samples).reduce(0, +)
    #expect(abs(length - 48_000) <= 1600)
    #expect(call.changes.map(\.state) == [.lost(.unplugged), .returned])
    #expect(call.changes.allSatisfy { $0.parties == PartyPair(agent: true, customer: false) })
    let alignment = try #require(call.alignment)
    #expect(alignment.isBalanced)
    // After the return both say the same frame again.
    let last = call.agent.count - 1000
    #expect(abs(call.agent[last] - call.customer[last]) * 32_768 <= 16)
  }
}
