import Conversation
import TestSignals
import Testing
import VoiceActivity

/// What a gate says about random probabilities, with frames that were not heard, is consistent.
@Suite struct ActivityGatePropertyTests {
  static let settings: [ActivitySettings] = {
    var sluggish = ActivitySettings.fixed
    sluggish.earlyHold = 0.2
    sluggish.shortestSpeech = 1
    sluggish.bridge = 1
    var nervous = ActivitySettings.fixed
    nervous.earlyHold = 0.01
    nervous.bridge = 0
    nervous.shortestSpeech = 0.02
    var even = ActivitySettings.fixed
    even.onset = 0.4
    even.offset = 0.4
    even.bridge = 0.05
    return [.fixed, ActivitySettings(), sluggish, nervous, even]
  }()

  private static func frames(seed: Int) -> [GateRun.Frame] {
    var random = RandomSource(seed: seed)
    var frames: [GateRun.Frame] = []
    while frames.count < 1500 {
      let length = Int.random(in: 1...40, using: &random)
      if random.chance(0.06) {
        frames += [GateRun.Frame](repeating: .missing, count: length)
        continue
      }
      let level = Double.random(in: 0...1, using: &random)
      for _ in 0..<length {
        let early = level + Double.random(in: -0.4...0.4, using: &random)
        let settled = level + Double.random(in: -0.2...0.2, using: &random)
        frames.append(.heard(early: early, settled: settled))
      }
    }
    return frames
  }

  /// The definition: runs above the thresholds, joined over pauses below the bridge, if long enough.
  private static func expected(
    _ frames: [GateRun.Frame], _ settings: ActivitySettings
  ) -> [Range<Int>] {
    let bridge = SampleTime(seconds: settings.bridge).frames
    let shortest = SampleTime(seconds: settings.shortestSpeech).frames
    var segments: [Range<Int>] = []
    var block: [Double] = []
    func close(before end: Int, settled: Int) {
      let first = end - block.count
      var runs: [Range<Int>] = []
      var isActive = false
      for (index, level) in block.prefix(max(0, settled)).enumerated() {
        isActive = level >= (isActive ? settings.offset : settings.onset)
        guard isActive else { continue }
        let frame = first + index
        if let last = runs.last, frame == last.upperBound || frame - last.upperBound < bridge {
          runs[runs.count - 1] = last.lowerBound..<frame + 1
        } else {
          runs.append(frame..<frame + 1)
        }
      }
      segments += runs.filter { $0.count >= shortest }
      block = []
    }
    for (index, frame) in frames.enumerated() {
      switch frame {
      case .heard(_, let settled): block.append(settled)
      case .missing: close(before: index, settled: block.count - ActivityGate.lookAhead)
      }
    }
    close(before: frames.count, settled: block.count)
    return segments
  }

  @Test(arguments: 0..<settings.count, 0..<12)
  func segmentsAreTheDefinition(setting: Int, seed: Int) {
    let frames = Self.frames(seed: seed)
    let run = GateRun(frames, settings: Self.settings[setting])
    #expect(run.segments == Self.expected(frames, Self.settings[setting]))
  }

  @Test(arguments: 0..<settings.count, 0..<12)
  func edgesFollowEachOtherInOrder(setting: Int, seed: Int) {
    let run = GateRun(Self.frames(seed: seed), settings: Self.settings[setting])
    var announced: SampleTime?
    var confirmed: SampleTime?
    for edge in run.edges {
      switch edge {
      case .started(let start):
        #expect(announced == nil && confirmed == nil)
        announced = start
      case .cancelled(let start):
        #expect(announced == start && confirmed == nil)
        announced = nil
      case .confirmed(let start):
        #expect(announced != nil && confirmed == nil)
        confirmed = start
      case .ended(let interval):
        #expect(confirmed == interval.start && interval.end > interval.start)
        announced = nil
        confirmed = nil
      }
    }
    #expect(announced == nil && confirmed == nil)
  }

  @Test(arguments: 0..<settings.count, 0..<12)
  func whatIsKnownNeverMovesBackAndIsNeverContradicted(setting: Int, seed: Int) {
    let frames = Self.frames(seed: seed)
    let run = GateRun(frames, settings: Self.settings[setting])
    var claims: [FrameState] = []
    for (index, report) in run.reports.enumerated() {
      #expect(report.known.frames >= claims.count, "report \(index)")
      #expect(report.known.frames <= min(index + 1, frames.count))
      let heard = report.known.frames - (report.isHeard ? 0 : 1)
      var boundary = (report.isSpeaking ? 0 : heard, FrameState.silent)
      if case .confirmed(let start) = report.edge { boundary = (start.frames, .silent) }
      if case .ended(let interval) = report.edge { boundary = (interval.end.frames, .speaking) }
      let after: FrameState = boundary.1 == .silent && report.isSpeaking ? .speaking : .silent
      while claims.count < heard { claims.append(claims.count < boundary.0 ? boundary.1 : after) }
      if !report.isHeard { claims.append(.unknown) }
    }
    var truth = [FrameState](repeating: .silent, count: frames.count)
    for segment in run.segments {
      for frame in segment { truth[frame] = .speaking }
    }
    for (index, frame) in frames.enumerated() {
      if case .missing = frame {
        #expect(truth[index] == .silent, "a segment spans a missing frame")
        truth[index] = .unknown
      }
    }
    #expect(claims.count == truth.count)
    #expect(claims.indices.first { claims[$0] != truth[$0] } == nil)
  }

  @Test(arguments: 0..<settings.count, 0..<12)
  func nothingIsAnnouncedBeforeWhatIsKnown(setting: Int, seed: Int) {
    let run = GateRun(Self.frames(seed: seed), settings: Self.settings[setting])
    var known = SampleTime.zero
    for report in run.reports {
      if case .started(let start) = report.edge { #expect(start >= known) }
      known = max(known, report.known)
    }
  }
}
