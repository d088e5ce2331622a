import AlsaCapture
import Conversation
import Foundation
import Testing

/// Each fault leaves unknown time of the length that the device's clock ran on, and capture resumes.
@Suite(.timeLimit(.minutes(60))) struct CaptureFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    var name: String
    var reason: UnknownReason
    var testDescription: String { name }
  }

  private func capture(_ faults: String, rate: Int = 48_000, seconds: Double = 1) throws -> Captured
  {
    let device = try SimulatedDevice(
      frames: Ramp.data(frames: Int(seconds * Double(rate)) + rate / 10, channels: 1), rate: rate,
      channels: 1, faults: faults)
    return try Captured(device, frames: Int(seconds * Double(rate)))
  }

  /// The frames that arrived, each at its place in the stream, must be the ones played there.
  private func expectContent(_ captured: Captured, tolerance: Int = 0) {
    var position = 0
    var taken = 0
    for piece in captured.pieces {
      switch piece {
      case .frames(let count, _, _):
        let samples = captured.samples[taken..<taken + count]
        let offsets = (-tolerance...tolerance).filter { offset in
          let start = position + offset
          return samples.elementsEqual(
            (start..<start + count).map { Ramp.sample(frame: $0, channel: 0) })
        }
        #expect(!offsets.isEmpty, "frames at \(position) are not the ones played then")
        position += count
        taken += count
      case .unknown(let count, _, _, _): position += count
      default: break
      }
    }
    #expect(captured.counters.isBalanced)
  }

  @Test(arguments: [
    Fault(name: "xrun", reason: .overrun), Fault(name: "suspend", reason: .suspended),
    Fault(name: "eio", reason: .ioError), Fault(name: "stall", reason: .stall),
  ])
  func aShortFaultIsMeasuredAndCaptureGoesOn(fault: Fault) throws {
    let captured = try capture("\(fault.name)@0.5:0.2")
    #expect(captured.gaps == [Captured.Gap(start: 24_000, length: 9600, reason: fault.reason)])
    expectContent(captured)
    #expect(captured.counters.losses == 0)
  }

  @Test(arguments: [
    Fault(name: "unplug", reason: .unplugged), Fault(name: "dead", reason: .overrun),
    Fault(name: "stall", reason: .stall),
  ])
  func aLostDeviceIsReopenedAndItsTimeIsUnknown(fault: Fault) throws {
    let captured = try capture("\(fault.name)@0.25:6.5", rate: 8000, seconds: 8)
    let gap = try #require(captured.gaps.first)
    #expect(captured.gaps.count == 1)
    #expect(gap.start == 2000)
    #expect(gap.reason == fault.reason)
    // A stalled device is given up after five seconds, and delivers once it is reopened.
    let seconds = fault.name == "stall" ? 5.0 : 6.5
    #expect(abs(Double(gap.length) / 8000 - seconds) <= 0.15, "the gap has \(gap.length) frames")
    expectContent(captured, tolerance: 1)
    #expect(captured.counters.losses >= 1)
    #expect(captured.counters.reopenings == captured.counters.losses)
    #expect(captured.pieces.contains(.returned))
  }

  @Test func audioThatComesLateButWhollyLeavesNoGap() throws {
    let captured = try capture("late@0.5:0.08")
    #expect(captured.gaps.isEmpty)
    expectContent(captured)
  }

  @Test func audioForTimeAlreadyDeclaredUnknownIsCountedAsLate() throws {
    let captured = try capture("late@0.5:0.2")
    #expect(captured.gaps.map(\.reason) == [.stall])
    #expect(captured.counters.late > 0)
    expectContent(captured, tolerance: 1)
  }

  @Test func aSilentLossIsFoundByTheClock() throws {
    let captured = try capture("skip@0.5:0.3")
    let gap = try #require(captured.gaps.first)
    #expect(captured.gaps.count == 1)
    #expect(gap.length == 14_400)
    #expect(gap.reason == .stall)
    #expect((24_000...37_000).contains(gap.start), "found within a quarter of a second")
  }

  @Test func shortReadsLoseNothing() throws {
    let captured = try capture("short@0.1:0.05")
    #expect(captured.gaps.isEmpty)
    expectContent(captured)
  }

  @Test func faultsInARowAreEachMeasured() throws {
    let captured = try capture(
      "xrun@0.1:0.05 xrun@0.3:0.1 suspend@0.5:0.15 eio@0.8:0.02 unplug@1:0.1", seconds: 1.25)
    #expect(
      captured.gaps.prefix(4) == [
        Captured.Gap(start: 4800, length: 2400, reason: .overrun),
        Captured.Gap(start: 14_400, length: 4800, reason: .overrun),
        Captured.Gap(start: 24_000, length: 7200, reason: .suspended),
        Captured.Gap(start: 38_400, length: 960, reason: .ioError),
      ])
    #expect(captured.gaps.last?.reason == .unplugged)
    expectContent(captured, tolerance: 1)
  }
}
