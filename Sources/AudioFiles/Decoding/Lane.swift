import Conversation

/// One party's recording where the other party has another: it may begin later and end earlier.
final class Lane {
  let track: Track
  /// Whether everything has been read.
  private(set) var hasEnded = false

  /// The samples until the recording begins.
  private var delay: Int
  private let wholeDelay: Int
  /// Samples that came before the other party's were there.
  private var early: [Float] = []
  /// Whether the latest samples stand for what cannot be decoded.
  private var isMissing = false
  private var earlyUsed = 0

  init(_ track: Track, delay: Int) {
    self.track = track
    self.delay = delay
    wholeDelay = delay
  }

  /// The samples with the delay; nil for a pipe that says nothing.
  var expectedSamples: Int? { track.expectedSamples.map { $0 + wholeDelay } }

  /// Reads both parties' next samples, and zeros where one has none.
  static func read(
    _ lanes: PartyPair<Lane>, _ agent: UnsafeMutablePointer<Float>,
    _ customer: UnsafeMutablePointer<Float>, count: Int
  ) throws(AudioFileError) -> AudioStretch {
    // A stretch ends where a recording begins.
    let room = min(count, lanes.agent.untilChange, lanes.customer.untilChange)
    var unknown = PartyPair<UnknownReason?>(repeating: .lost)
    let first = try lanes.agent.next(agent, count: room)
    let second = try lanes.customer.next(customer, count: first > 0 ? first : room)
    if first == 0, second == 0 {
      let silent = Party.allCases.contains { lanes[$0].delay > 0 } ? room : 0
      guard silent > 0 else {
        return AudioStretch(samples: 0)
      }
      agent.update(repeating: 0, count: silent)
      customer.update(repeating: 0, count: silent)
      lanes.agent.wait(silent)
      lanes.customer.wait(silent)
      return AudioStretch(samples: silent, unknown: unknown)
    }
    let samples = first > 0 && second > 0 ? min(first, second) : max(first, second)
    unknown.agent = first == 0 ? .lost : lanes.agent.isMissing ? .damaged : nil
    unknown.customer = second == 0 ? .lost : lanes.customer.isMissing ? .damaged : nil
    if first > samples { lanes.agent.keep(agent + samples, count: first - samples) }
    if first == 0 {
      agent.update(repeating: 0, count: samples)
      lanes.agent.wait(samples)
    }
    if second == 0 {
      customer.update(repeating: 0, count: samples)
      lanes.customer.wait(samples)
    }
    return AudioStretch(samples: samples, unknown: unknown)
  }

  private var untilChange: Int { delay > 0 ? delay : .max }

  /// The next samples, none before the beginning and after the end.
  private func next(
    _ target: UnsafeMutablePointer<Float>, count: Int
  ) throws(AudioFileError) -> Int {
    guard delay == 0, !hasEnded else { return 0 }
    if earlyUsed < early.count {
      let part = min(count, early.count - earlyUsed)
      for index in 0..<part { target[index] = early[earlyUsed + index] }
      earlyUsed += part
      if earlyUsed == early.count {
        early.removeAll(keepingCapacity: true)
        earlyUsed = 0
      }
      return part
    }
    let read = try track.read(target, nil, count: count)
    isMissing = track.isMissing
    hasEnded = read == 0
    return read
  }

  private func wait(_ samples: Int) { delay = max(0, delay - samples) }

  private func keep(_ samples: UnsafePointer<Float>, count: Int) {
    early.insert(contentsOf: UnsafeBufferPointer(start: samples, count: count), at: earlyUsed)
  }
}
