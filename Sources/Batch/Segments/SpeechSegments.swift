package import Conversation

/// Who spoke when, as a file of segments has it.
package struct SpeechSegments: Equatable, Sendable {
  /// The speakers' names, in the order in which they first speak.
  package private(set) var speakers: [String] = []
  /// The stretches of which nothing is known.
  package private(set) var unknown: [Interval] = []
  /// The end of the call where the file says it.
  package private(set) var end: SampleTime?
  private var stretches: [String: [Interval]] = [:]

  /// The longest call whose segments are read: a week, in seconds.
  static let longest = 604_800.0

  init() {}

  /// The stretches of a speaker, in the order of their starts, none touching the next.
  package func speech(of speaker: String) -> [Interval] { Self.merged(stretches[speaker] ?? []) }

  /// The end of the last stretch, or of the call where that is known.
  package var lastEnd: SampleTime {
    max(end ?? .zero, stretches.values.joined().map(\.end).max() ?? .zero)
  }

  /// Adds what somebody said; times in seconds.
  ///
  /// Returns what is wrong with them, if anything is.
  mutating func add(_ speaker: String, from start: Double, to end: Double) -> String? {
    if let problem = Self.problem(start, end) { return problem }
    guard end > start else { return nil }
    stretches[speaker, default: []].append(Self.interval(start, end))
    return nil
  }

  /// Adds a stretch of which nothing is known.
  mutating func addUnknown(from start: Double, to end: Double) -> String? {
    if let problem = Self.problem(start, end) { return problem }
    unknown.append(Self.interval(start, end))
    return nil
  }

  /// Notes how long the call is.
  mutating func take(end seconds: Double) {
    if (0...Self.longest).contains(seconds) { end = SampleTime(seconds: seconds) }
  }

  /// Puts the speakers in their order, once all are read.
  mutating func finish() {
    unknown = Self.merged(unknown)
    let starts = stretches.mapValues { $0.map(\.start).min() ?? .zero }
    speakers = starts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// Leaves all out but some speakers, where those are there.
  mutating func keepOnly(_ names: [String]) {
    let kept = stretches.filter { names.contains($0.key.lowercased()) }
    if !kept.isEmpty { stretches = kept }
  }

  private static func problem(_ start: Double, _ end: Double) -> String? {
    guard (0...longest).contains(start), (0...longest).contains(end) else {
      return "times must be seconds from 0 to \(Int(longest))"
    }
    return end >= start ? nil : "it ends before it begins"
  }

  private static func interval(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  private static func merged(_ intervals: [Interval]) -> [Interval] {
    var merged: [Interval] = []
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      if let last = merged.last, interval.start <= last.end {
        merged[merged.count - 1].end = max(last.end, interval.end)
      } else {
        merged.append(interval)
      }
    }
    return merged
  }
}
