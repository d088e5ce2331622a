import AlsaCapture
import Conversation
import Foundation

/// Simulated devices that break again and again, in virtual time: what each fault costs has to be told,
/// and nothing else may be.
///
/// The same seed breaks the same devices the same way.
struct DeviceCampaign {
  /// What a device did wrong, in seconds of its own time.
  struct Fault: CustomStringConvertible {
    var kind: String
    var start: Double
    var length: Double

    var description: String { String(format: "%@@%.3f:%.3f", kind, start, length) }
    /// Whether its audio is lost without a sign: the clock alone can tell.
    var isSilent: Bool { kind == "skip" || kind == "stall" && length < DeviceCampaign.unsure }
    /// Whether audio is lost.
    ///
    /// What comes late is, where unknown time has been declared meanwhile.
    var loses: Bool { kind != "short" && !(kind == "late" && length < DeviceCampaign.wait) }
    /// Whether that must be told: what the clock cannot tell from a late wake-up need not be.
    var isTold: Bool {
      loses && !(isSilent && length < DeviceCampaign.unsure)
        && !(kind == "late" && length < DeviceCampaign.unsure)
    }
    /// When its loss may be told, in time of the stream, which may be behind that of the device by what
    /// has not been told: a silent one by the clock, a lost device once it has been opened again.
    var told: ClosedRange<Double> {
      start - DeviceCampaign.unsure...start + length + (loses ? 0.4 : 0)
    }
  }

  /// How long a device may deliver nothing before that is unknown time, in seconds.
  static let wait = 0.1
  /// What may be told or not: the wait, and a look at the clock more.
  static let unsure = wait + 0.03
  static let rate = 8000
  /// How exactly the time of a device that was reopened is known, in seconds.
  static let reopening = 0.15
  private static let kinds = [
    "xrun", "suspend", "eio", "stall", "late", "skip", "short", "unplug", "dead",
  ]

  private var random: UInt64

  init(seed: UInt64) {
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// A number from 0 to below 1.
  private mutating func chance() -> Double {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(random >> 11) / Double(1 << 53)
  }

  /// Faults in a row, some of them close together.
  mutating func faults(_ count: Int) -> [Fault] {
    var time = 0.3
    return (0..<count).map { _ in
      let kind = Self.kinds[Int(chance() * Double(Self.kinds.count))]
      let longest = ["unplug": 2.0, "dead": 2.0, "short": 0.05, "late": 0.3][kind] ?? 0.5
      let fault = Fault(
        kind: kind, start: (time * 1000).rounded() / 1000,
        length: max(0.02, (chance() * longest * 1000).rounded() / 1000))
      // A lost device is opened again before the next fault, so that each happens.
      time = fault.start + fault.length + (fault.loses ? 0.5 : 0.05) + chance()
      return fault
    }
  }

  /// What is wrong with how a device was heard that broke so; nothing where all was accounted for.
  func problems(_ faults: [Fault]) throws -> [String] {
    let seconds = (faults.last.map { $0.start + $0.length } ?? 0) + 1
    let device = try SimulatedDevice(
      frames: Ramp.data(frames: Int((seconds + 2) * Double(Self.rate)), channels: 1),
      rate: Self.rate, channels: 1, faults: faults.map(\.description).joined(separator: " "))
    let captured = try Captured(device, frames: Int(seconds * Double(Self.rate)))
    var problems: [String] = []
    if !captured.counters.isBalanced { problems.append("the counts do not add up") }
    let gaps = captured.gaps.map { gap in
      (
        start: Double(gap.start) / Double(Self.rate),
        end: Double(gap.start + gap.length) / Double(Self.rate), gap.reason
      )
    }
    for gap in gaps
    where !faults.contains(where: { $0.loses && $0.told.overlaps(gap.start...gap.end) }) {
      problems.append("invented: \(gap)")
    }
    for fault in faults where fault.isTold {
      if !gaps.contains(where: { fault.told.overlaps($0.start...$0.end) }) {
        problems.append("untold: \(fault)")
      }
    }
    let told = faults.filter(\.isTold).map(\.length).reduce(0, +)
    let unsure = faults.filter { !$0.isTold || $0.kind == "late" }.map(\.length).reduce(0, +)
    let unknown = gaps.map { $0.end - $0.start }.reduce(0, +)
    let tolerance = 0.03 + Self.reopening * Double(captured.counters.reopenings) + unsure
    if abs(told - unknown) > tolerance { problems.append("\(unknown) s unknown of \(told) s lost") }
    return problems + misplaced(captured, faults)
  }

  /// Frames that are not those which were played at their time, but for silent losses that the clock
  /// has not told yet, and those that are too short for it.
  private func misplaced(_ captured: Captured, _ faults: [Fault]) -> [String] {
    var problems: [String] = []
    var position = 0
    var taken = 0
    let tolerance = 1 + captured.counters.reopenings
    for piece in captured.pieces {
      switch piece {
      case .frames(let count, _, _):
        let time = Double(position) / Double(Self.rate)
        // The short ones add up; a stalled device is looked at every 20 ms.
        let untold = faults.filter { $0.isSilent && !$0.isTold && $0.start <= time + 1 }
          .map { $0.length + 0.02 }.reduce(0, +)
        let window = time...time + untold
        let pending = faults.filter { $0.isSilent && $0.told.overlaps(window) }.map(\.length).max()
        let most = pending.map { untold + $0 + Self.wait } ?? untold
        let samples = captured.samples[taken..<taken + count]
        let isInPlace = (-tolerance...tolerance + Int(most * Double(Self.rate))).contains {
          offset in
          samples.elementsEqual(
            (position + offset..<position + offset + count).lazy.map {
              Ramp.sample(frame: $0, channel: 0)
            })
        }
        if !isInPlace { problems.append("frames at \(time) s are not those of then") }
        position += count
        taken += count
      case .unknown(let count, _, _, _): position += count
      default: break
      }
    }
    return problems
  }
}
