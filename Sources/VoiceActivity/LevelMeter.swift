/// Measures one party's speech and background as the settled probabilities arrive.
struct LevelMeter {
  private(set) var sums = PowerSums()
  /// The mean squares of the frames whose settled probability is still due.
  private var recent = InlineArray<5, Float>(repeating: 0)
  private var index = 0

  /// Forgets what has been measured.
  mutating func restart() { sums = PowerSums() }

  /// Takes the mean square of the newest frame.
  mutating func add(meanSquare: Float) {
    recent[index] = meanSquare
    index = (index + 1) % (ActivityGate.lookAhead + 1)
  }

  /// The mean square of the frame `ActivityGate.lookAhead` before the newest.
  var settled: Double { Double(recent[index]) }

  /// Books the frame `ActivityGate.lookAhead` before the newest as speech or background.
  mutating func settle(probability: Double) {
    sums.add(recent[index], probability: probability)
  }
}
