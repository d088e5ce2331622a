public import Conversation

extension Event.Kind {
  /// All names, in the order of `docs/event-stream.md`.
  public static let names: [String] = [
    "speech_started", "speech_cancelled", "speech", "turn", "transition", "monologue_started",
    "monologue", "overlap_started", "overlap", "interruption", "interruption_resolved",
    "retraction", "backchannel", "premature_answer", "dead_air_started", "dead_air", "unknown",
    "device", "mute_started", "mute", "warning", "call_started", "call_ended", "hold_started",
    "hold", "mark", "tone_change", "guidance", "utterance", "question",
    "playback", "phrase", "cut_in_pause", "metrics",
  ]

  /// The name in the event stream's `event` field.
  public var name: String {
    switch self {
    case .speechStarted: "speech_started"
    case .speechCancelled: "speech_cancelled"
    case .speech: "speech"
    case .turn: "turn"
    case .transition: "transition"
    case .overlapStarted: "overlap_started"
    case .overlap: "overlap"
    case .interruption: "interruption"
    case .interruptionResolved: "interruption_resolved"
    case .retraction: "retraction"
    case .backchannel: "backchannel"
    case .prematureAnswer: "premature_answer"
    case .deadAirStarted: "dead_air_started"
    case .deadAir: "dead_air"
    case .monologueStarted: "monologue_started"
    case .monologue: "monologue"
    case .unknown: "unknown"
    case .device: "device"
    case .muteStarted: "mute_started"
    case .mute: "mute"
    case .warning: "warning"
    case .callStarted: "call_started"
    case .callEnded: "call_ended"
    case .holdStarted: "hold_started"
    case .hold: "hold"
    case .mark: "mark"
    case .toneChange: "tone_change"
    case .guidance: "guidance"
    case .words(let event): event.name
    case .metrics: "metrics"
    }
  }
}
