import Conversation

/// A scheme by which the onsets over the other's speech are named.
public enum OnsetScheme: String, CaseIterable, Sendable {
  /// The classes of this program.
  case interject
  /// Within and between speakers (Heldner & Edlund 2010).
  case heldnerEdlund = "heldner-edlund"
  /// Overlap, interruption, butting-in, backchannel (Gravano & Hirschberg 2011), with the timing in
  /// place of a listener: the other was complete where it had 0.4 s left at most.
  case gravanoHirschberg = "gravano-hirschberg"
  /// An interruption is what lasts half a second over 0.4 s of the other's speech.
  case halfSecond = "duration-0.5"
  /// The same with 0.8 s.
  case eightTenths = "duration-0.8"

  /// What people call it.
  public var title: String {
    switch self {
    case .interject: "Interject"
    case .heldnerEdlund: "Heldner & Edlund"
    case .gravanoHirschberg: "Gravano & Hirschberg"
    case .halfSecond: "rule of 0.5 s"
    case .eightTenths: "rule of 0.8 s"
    }
  }

  /// The name that it gives to an onset.
  public func name(of onset: ObservedOnset) -> String {
    switch self {
    case .interject: onset.kind.rawValue
    case .heldnerEdlund:
      onset.overlap.kind == .between ? "between_speaker_overlap" : "within_speaker_overlap"
    case .gravanoHirschberg: gravanoHirschberg(onset)
    case .halfSecond: byDuration(onset, SampleTime(seconds: 0.5))
    case .eightTenths: byDuration(onset, SampleTime(seconds: 0.8))
    }
  }

  /// The same in words for people.
  public func words(for onset: ObservedOnset) -> String {
    switch name(of: onset) {
    case "between_speaker_overlap": "between-speaker overlap"
    case "within_speaker_overlap": "within-speaker overlap"
    case "butting_in": "butting-in"
    case "none": "no interruption"
    case let name: name.replacing("_", with: " ")
    }
  }

  private func gravanoHirschberg(_ onset: ObservedOnset) -> String {
    let took = onset.interruption?.resolution?.outcome == .floorTaken
    switch onset.kind {
    case .backchannel, .acknowledgement: return "backchannel_with_overlap"
    case .resumption, .simultaneousStart: return "no_exchange"
    case .terminal: return onset.overlap.kind == .between ? "overlap" : "butting_in"
    case .interruption: return took ? "interruption" : "butting_in"
    case .other: return onset.overlap.kind == .between ? "interruption" : "butting_in"
    }
  }

  private func byDuration(_ onset: ObservedOnset, _ hold: SampleTime) -> String {
    let both = min(hold, SampleTime(seconds: 0.4))
    let isOne =
      onset.spoken >= hold && onset.rest >= both && onset.lead > SampleTime(seconds: 0.2)
    return isOne ? "interruption" : "none"
  }
}
