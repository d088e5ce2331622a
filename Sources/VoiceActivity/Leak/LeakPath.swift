import CKernels

/// The way of one party's voice into the other's channel: its delays, their strength, its certainty.
///
/// Fluctuations of the band levels are correlated over 0 to 550 ms while the far side is the louder
/// one; a leak stands out as a peak that no conversation makes (between unrelated voices the
/// greatest correlation stays within a few hundredths of the rest). A long memory finds faint leaks;
/// a short one notices a delay that has changed and a leak that has ended.
struct LeakPath {
  /// Each delay of the source is smeared over its neighbours, since a window is longer than a frame
  /// and rooms reverberate.
  private static let smear: [Float] = [0.3, 1, 0.6, 0.3]
  /// The taps of what a room keeps, behind the strongest delay: 60 dB in about a second.
  private static let tail: [(Int, Float)] = [
    (4, 1), (6, 0.7), (9, 0.45), (12, 0.3), (16, 0.18), (21, 0.09),
  ]
  /// Frames of the far side's talk after which most leaks have been found and measured: 5 s.
  private static let judgedAfter = 500

  /// Frames of the far side's talk for which a delay must be certain before a leak is reported.
  private static let confirmedAfter = 300

  /// The delay, in frames, from which on delays are distinguished; 0 unless an echo is late.
  let first: Int
  /// The strongest delay in frames; nil while no leak is certain.
  var delay: Int? { place.map { first + $0 } }
  /// The strongest delay, counted from the first one.
  private var place: Int?
  /// The delays and weights from which the source of the leak is put together.
  private(set) var lags = InlineArray<24, Int32>(repeating: 0)
  private(set) var weights = InlineArray<24, Float>(repeating: 0)
  private(set) var tapCount: Int32 = 0
  private(set) var tailCount: Int32 = 0
  /// The candidate whose gains are being learned.
  private(set) var candidate: LeakPeaks?
  /// The frames of the far side's talk.
  private(set) var talk: Int
  /// How many of them there were when the leak became certain.
  private var foundAt: Int?
  private var long = LeakMemory(frames: 4000)
  private var short = LeakMemory(frames: 600)
  private var batch = (frames: 0, near: Float(0), far: Float(0))
  private var searches = 0
  /// The searches in a row in which the short memory was certain of another delay, or of none.
  private var changes = 0
  private var absences = 0

  /// Creates a way of which nothing is known, after so many frames of the far side's talk.
  init(first: Int = 0, talk: Int = 0) {
    self.first = first
    self.talk = talk
  }

  /// Lends the delays and weights of the source, and how many of them are of the leak itself and how
  /// many of what a room keeps; mutating, so that they are lent where they lie and not copied.
  @inline(__always)
  mutating func withTaps<Result>(
    _ body: (UnsafePointer<Int32>, UnsafePointer<Float>, Int32, Int32) -> Result
  ) -> Result {
    let (taps, tails) = (tapCount, tailCount)
    return withUnsafeMutablePointer(to: &lags) { lags in
      withUnsafeMutablePointer(to: &weights) { weights in
        body(
          UnsafeRawPointer(lags).assumingMemoryBound(to: Int32.self),
          UnsafeRawPointer(weights).assumingMemoryBound(to: Float.self), taps, tails)
      }
    }
  }

  /// Books the energies of a frame whose products will be added.
  mutating func add(near: Float, far: Float, isTalk: Bool) {
    if isTalk { talk += 1 }
    batch.frames += 1
    batch.near += near
    batch.far += far
  }

  /// What a search came to.
  enum Finding {
    /// The source of the leak stays as it was.
    case same
    /// The delays are nearly the ones before: the gains are roughly right.
    case moved
    /// The delay is another one: what is known of the gains is worthless.
    case new
  }

  /// Adds the sums of a batch to the products and looks for the delays in them.
  mutating func search(
    _ sums: UnsafePointer<Float>, _ leak: UnsafeMutablePointer<ij_leak>, otherDelay: Int?
  ) -> Finding {
    guard batch.frames > 0 else { return .same }
    let products = UnsafeMutableRawPointer(leak).assumingMemoryBound(to: Float.self)
    let recent = products + Int(IJ_LEAK_LAGS)
    let keptLong = long.add(frames: batch.frames, near: batch.near, far: batch.far)
    let keptShort = short.add(frames: batch.frames, near: batch.near, far: batch.far)
    batch = (0, 0, 0)
    for lag in 0..<Int(IJ_LEAK_LAGS) {
      products[lag] = products[lag] * keptLong + sums[lag]
      recent[lag] = recent[lag] * keptShort + sums[lag]
    }
    searches += 1
    if isJudged, searches % 2 == 0, hasChanged(recent, otherDelay) {
      long.adopt(short)
      products.update(from: recent, count: Int(IJ_LEAK_LAGS))
    }
    return look(products, otherDelay)
  }

  private mutating func look(
    _ products: UnsafePointer<Float>, _ otherDelay: Int?
  ) -> Finding {
    guard long.count >= 50, long.scale > 0 else { return .same }
    let peaks = LeakPeaks(products, scale: long.scale, otherDelay: otherDelay)
    // Chance makes margins of less than one over the root of the frames; 0.05 is what conversations
    // without a leak still show after minutes.
    let isCertain =
      peaks.height >= 0.1 && Double(peaks.margin) >= 0.05 + 1.0 / long.count.squareRoot()
    if peaks.margin < 0.03 { place = nil }
    guard isCertain || place == nil else { return .same }
    place = isCertain ? peaks.lags[0] : nil
    if place == nil { foundAt = nil }
    if place != nil, foundAt == nil { foundAt = talk }
    let before = candidate
    candidate = peaks
    setTaps(peaks)
    guard let before else { return .new }
    if peaks.lags[0] == before.lags[0] { return .same }
    if before.contains(peaks.lags[0]) || abs(before.lags[0] - peaks.lags[0]) <= 2 { return .moved }
    return .new
  }

  /// Whether the short memory is certain of another delay than the known one, or of none.
  private mutating func hasChanged(
    _ recent: UnsafePointer<Float>, _ otherDelay: Int?
  ) -> Bool {
    guard short.count >= 300, short.scale > 0 else { return false }
    let peaks = LeakPeaks(recent, scale: short.scale, otherDelay: otherDelay)
    let known = place.map { recent[$0] / short.scale } ?? 0
    let isCertain =
      peaks.height >= 0.2 && Double(peaks.margin) >= 0.05 + 1.5 / short.count.squareRoot()
    let isOther = isCertain && place != peaks.lags[0] && peaks.height > known * 1.15
    changes = isOther ? changes + 1 : 0
    absences = place != nil && peaks.margin < 0.1 && known < 0.05 ? absences + 1 : 0
    guard changes >= 2 || absences >= 5 else { return false }
    changes = 0
    absences = 0
    return true
  }

  /// Begins to fetch what the source of the leak is put together from, of the next two frames;
  /// mutating, so that the path is not copied.
  mutating func prefetch(_ far: OpaquePointer, frame: UInt32) {
    guard let candidate else { return }
    let last = Int32(Self.smear.count) - 2
    for path in 0..<candidate.count {
      let lag = Int32(first + candidate.lags[path])
      ij_source_prefetch(far, lag - 1, lag + last, frame)
    }
    for tap in Int(tapCount)..<Int(tapCount + tailCount) {
      ij_source_prefetch(far, lags[tap], lags[tap], frame)
    }
  }

  /// Whether a leak is certain enough to act on.
  var isFound: Bool { place != nil }

  /// Whether the leak has been heard for long enough to be reported.
  var isConfirmed: Bool {
    isJudged && foundAt.map { talk - $0 >= Self.confirmedAfter } ?? false
  }

  /// Whether what was found may be the other direction's leak seen from behind: this party's voice
  /// comes late in the other channel, and its beginning reaches over to a delay of nothing.
  func isShadow(of other: LeakPath) -> Bool {
    guard let delay, delay <= 1, other.isFound, let candidate, let cause = other.candidate else {
      return false
    }
    return candidate.height < 0.5 * cause.height
  }

  /// Whether enough of the far side's talk has been heard to find and measure a leak, if there is
  /// one.
  var isJudged: Bool { talk >= Self.judgedAfter }

  /// Puts the source together from the delays.
  private mutating func setTaps(_ peaks: LeakPeaks) {
    var tap = 0
    for path in 0..<peaks.count {
      let share = peaks.shares[path]
      for (offset, weight) in Self.smear.enumerated() where first + peaks.lags[path] + offset > 0 {
        lags[tap] = Int32(first + peaks.lags[path] + offset - 1)
        weights[tap] = weight * share * share
        tap += 1
      }
    }
    tapCount = Int32(tap)
    for (offset, weight) in Self.tail {
      lags[tap] = Int32(first + peaks.lags[0] + offset)
      weights[tap] = weight
      tap += 1
    }
    tailCount = Int32(tap) - tapCount
  }
}
