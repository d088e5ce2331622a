internal import Conversation

/// One party's samples of the frame that is handed out, with what is known of them.
struct PartyFrame: Sendable {
  private var samples: [Float] = []
  /// What is known of those that are not yet handed out.
  private var runs: [PartyTrack.Run] = []
  private var handed = 0

  init(rate: EngineRate) {
    samples.reserveCapacity(rate.frameLength + 1)
  }

  /// The samples that come next and are alike; nil when all have been handed out.
  var nextRun: PartyTrack.Run? { runs.first }

  /// Begins an empty frame.
  mutating func clear() {
    samples.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    handed = 0
  }

  /// Adds the samples that wait longest.
  mutating func take(_ count: Int, from track: inout PartyTrack) {
    track.take(count, into: &samples, runs: &runs)
  }

  /// Adds unknown samples that nobody has delivered.
  mutating func pad(_ count: Int) {
    samples.append(contentsOf: repeatElement(0, count: count))
    runs.append(PartyTrack.Run(count: count, reason: .stall))
  }

  /// Leaves out the sample that is missed least; all of the frame's have to be alike.
  mutating func removeSample() {
    samples.remove(at: smoothestPlace)
    runs[0].count -= 1
  }

  /// Puts in a sample where it shows least; all of the frame's have to be alike.
  mutating func insertSample() {
    let place = smoothestPlace
    samples.insert((samples[place - 1] + samples[place]) / 2, at: place)
    runs[0].count += 1
  }

  /// Replaces the contents of `output` by the next samples, at most those of the next run.
  mutating func hand(_ count: Int, to output: inout [Float]) {
    output.removeAll(keepingCapacity: true)
    output.append(contentsOf: samples[handed..<handed + count])
    handed += count
    if runs[0].count == count {
      runs.removeFirst()
    } else {
      runs[0].count -= count
    }
  }

  /// The place of the sample that differs least from the one before it.
  private var smoothestPlace: Int {
    var best = 1
    for index in 1..<samples.count
    where abs(samples[index] - samples[index - 1]) < abs(samples[best] - samples[best - 1]) {
      best = index
    }
    return best
  }
}
