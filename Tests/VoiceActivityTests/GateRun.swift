import Conversation
import VoiceActivity

/// A gate fed with made-up probabilities, and everything it said.
struct GateRun {
  /// One frame of made-up input.
  enum Frame {
    /// A frame with its own early and settled probability.
    case heard(early: Double, settled: Double)
    /// A frame that was not heard.
    case missing
  }

  private(set) var reports: [PartyActivity] = []

  init(_ frames: [Frame], settings: ActivitySettings = .fixed) {
    var gate = ActivityGate(settings: settings)
    var settled: [Double] = []
    func due() -> Double {
      settled.count > ActivityGate.lookAhead
        ? settled[settled.count - 1 - ActivityGate.lookAhead] : 0
    }
    for frame in frames {
      switch frame {
      case .heard(let early, let own):
        settled.append(own)
        reports.append(gate.advance(early: early, settled: due()))
      case .missing:
        settled.append(0)
        reports.append(gate.suspend())
      }
    }
    for _ in 0..<ActivityGate.lookAhead {
      settled.append(0)
      reports.append(gate.advance(early: 0, settled: due()))
    }
    reports.append(gate.finish())
  }

  /// Draws probabilities, as runs of a count of frames and a mark: `#` is speech, `.` is silence,
  /// `e` only looks like speech early, `?` is not heard.
  init(_ drawing: String, settings: ActivitySettings = .fixed) {
    var frames: [Frame] = []
    for run in drawing.split(separator: " ") {
      let count = Int(run.dropLast()) ?? 0
      switch run.last {
      case "#": frames += [Frame](repeating: .heard(early: 1, settled: 1), count: count)
      case "e": frames += [Frame](repeating: .heard(early: 1, settled: 0), count: count)
      case "?": frames += [Frame](repeating: .missing, count: count)
      default: frames += [Frame](repeating: .heard(early: 0, settled: 0), count: count)
      }
    }
    self.init(frames, settings: settings)
  }

  var edges: [PartyActivity.Edge] { reports.compactMap(\.edge) }

  /// The finished segments, as frames.
  var segments: [Range<Int>] {
    edges.compactMap { edge in
      if case .ended(let interval) = edge {
        interval.start.frames..<interval.end.frames
      } else {
        nil
      }
    }
  }

  /// The index of the frame whose arrival caused the first edge of a kind.
  func firstFrame(where matches: (PartyActivity.Edge) -> Bool) -> Int? {
    reports.firstIndex { $0.edge.map(matches) == true }
  }

  /// How often a probable beginning was announced.
  var announcements: Int {
    edges.count { if case .started = $0 { true } else { false } }
  }

  /// How often an announcement was taken back.
  var cancellations: Int {
    edges.count { if case .cancelled = $0 { true } else { false } }
  }
}

extension ActivitySettings {
  /// Thresholds that stay when the defaults are tuned.
  static let fixed: ActivitySettings = {
    var settings = ActivitySettings()
    settings.onset = 0.5
    settings.offset = 0.35
    settings.earlyOnset = 0.6
    settings.earlyHold = 0.02
    settings.bridge = 0.18
    settings.shortestSpeech = 0.1
    return settings
  }()
}
