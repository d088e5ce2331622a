/// Measures one party's speech and background as the settled probabilities arrive.
struct LevelMeter {
  private(set) var sums = PowerSums()
  private(set) var faint = FaintVoice()
  /// The mean squares of the frames whose settled probability is still due.
  private var recent = InlineArray<4, Float>(repeating: 0)
  private var index = 0
  /// The newest frames by half seconds, while they may still turn out to be music.
  private var doubtful = InlineArray<8, PowerSums>(repeating: PowerSums())
  private var doubtfulFrames = 0
  private static let framesPerSlot = 50
  /// The mean squares since they were last asked for, and their number.
  private var newest = 0.0
  private var newestFrames = 0

  /// Forgets what has been measured.
  mutating func restart() {
    sums = PowerSums()
    faint = FaintVoice()
    forgetDoubtful()
  }

  /// Leaves out the last four seconds: music is known as such some time after it has begun.
  mutating func forgetDoubtful() { doubtful = InlineArray(repeating: PowerSums()) }

  /// Takes the mean square of the newest frame.
  mutating func add(meanSquare: Float) {
    recent[index] = meanSquare
    index = (index + 1) % (ActivityGate.lookAhead + 1)
    newest += Double(meanSquare)
    newestFrames += 1
  }

  /// Gives the mean square of the frames since it was last asked for; nil for none.
  mutating func takeNewest() -> Double? {
    defer { (newest, newestFrames) = (0, 0) }
    return newestFrames > 0 ? newest / Double(newestFrames) : nil
  }

  /// The mean square of the frame `ActivityGate.lookAhead` before the newest.
  var settled: Double { Double(recent[index]) }

  /// Books the frame `ActivityGate.lookAhead` before the newest as speech or background.
  ///
  /// Where it may be music, it counts four seconds later.
  mutating func settle(probability: Double, mayBeMusic: Bool) {
    faint.add(recent[index], probability: probability)
    guard mayBeMusic else { return sums.add(recent[index], probability: probability) }
    let slot = doubtfulFrames / Self.framesPerSlot % doubtful.count
    if doubtfulFrames % Self.framesPerSlot == 0 {
      sums.add(doubtful[slot])
      doubtful[slot] = PowerSums()
    }
    doubtful[slot].add(recent[index], probability: probability)
    doubtfulFrames += 1
  }
}
