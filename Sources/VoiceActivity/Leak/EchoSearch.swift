import CKernels
import Conversation

/// Looks once a second for what the band histories are too short for: late echoes, and one recording
/// on both channels.
///
/// Fluctuations in steps of 20 ms and groups of bands are correlated over 0 to 1.5 s while the far
/// side is the louder one, which finds an echo, and over 2 s either way whoever speaks: two channels
/// that resemble each other as nothing but a copy does, always at the same distance and with the same
/// difference of levels, are one recording.
struct EchoSearch: ~Copyable {
  static let framesPerStep = Int(IJ_ECHO_FRAMES)
  private static let batch = Int(IJ_ECHO_BATCH)
  /// The delays of an echo, in steps: up to 1.5 s.
  private static let lagCount = 76
  /// As many as are compared at once and more than are looked at.
  private static let comparedLags = 80
  /// The steps of talk that are remembered: 40 s.
  private static let memory: Float = 2000
  /// The delays, in steps, that the band histories tell apart by themselves: 0.52 s.
  private static let nearLags = 26
  /// The frames that those they tell apart begin before a late echo.
  private static let lead = 24

  private let kernels: UnsafePointer<ij_kernels>
  private let pasts: PartyPair<UnsafeMutablePointer<ij_echo_history>>
  private let products: PartyPair<UnsafeMutablePointer<Float>>
  private var learnable = PartyPair<UInt64>(repeating: 0)
  private var count = PartyPair<Float>(repeating: 0)
  private var nearEnergy = PartyPair<Float>(repeating: 0)
  private var farEnergy = PartyPair<Float>(repeating: 0)
  /// The searches in a row that have found a late echo at the same delay.
  private var repeats = PartyPair(repeating: 0)
  private var found = PartyPair(repeating: 0)
  private var copy = CopySearch()
  private var steps = 0
  /// The steps in which somebody has spoken of late.
  private var talk: UInt64 = 0
  private static let all: UInt64 = 1 << UInt64(batch) - 1

  init(kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    pasts = PartyPair(agent: .allocate(capacity: 1), customer: .allocate(capacity: 1))
    products = PartyPair(
      agent: .allocate(capacity: Self.lagCount), customer: .allocate(capacity: Self.lagCount))
    for party in Party.allCases {
      ij_echo_reset(pasts[party])
      products[party].initialize(repeating: 0, count: Self.lagCount)
    }
  }

  deinit {
    for party in Party.allCases {
      pasts[party].deallocate()
      products[party].deallocate()
    }
  }

  /// Whether both channels carry one recording.
  var isSame: Bool { copy.isSame }

  /// Forgets what the channels have in common.
  mutating func restartComparison() { copy = CopySearch() }

  /// Takes two frames of both parties' histories and their mean powers; `learnable` has a bit for each
  /// frame in which the far side was the louder one.
  mutating func add(
    _ histories: PartyPair<OpaquePointer>, learnable: PartyPair<UInt32>,
    powers: PartyPair<Float>, isTalk: Bool
  ) {
    for party in Party.allCases {
      kernels.pointee.echo_add(pasts[party], histories[party], powers[party])
      self.learnable[party] = self.learnable[party] << 1 | (learnable[party] & 3 == 3 ? 1 : 0)
    }
    steps += 1
    talk = talk << 1 | (isTalk ? 1 : 0)
    guard isDue, talk & Self.all == Self.all else { return }
    copy.add(pasts, kernels)
  }

  /// The first of the delays, in frames, that the band histories are to tell apart from now on; nil
  /// while those are the right ones.
  mutating func first(into near: Party, now first: Int) -> Int? {
    guard isDue else { return nil }
    collect(near)
    let (best, height, margin) = peak(near)
    guard count[near] >= 100, height >= 0.15,
      margin >= 0.07 + 1.4 / count[near].squareRoot()
    else {
      repeats[near] = 0
      return nil
    }
    repeats[near] = abs(best - found[near]) <= 1 ? repeats[near] + 1 : 1
    found[near] = best
    let frames = best * Self.framesPerStep
    let isFollowed = frames >= first && frames < first + LeakPeaks.lagCount - 2
    guard !isFollowed, repeats[near] >= 2 else { return nil }
    return best < Self.nearLags ? 0 : frames - Self.lead
  }

  private var isDue: Bool { steps % Self.batch == 0 && steps >= Int(IJ_ECHO_STEPS) }

  private mutating func collect(_ near: Party) {
    let ages = learnable[near] & Self.all
    let chosen = Float(ages.nonzeroBitCount)
    guard chosen > 0 else { return }
    let far = near.other
    let kept = 1 - chosen / Self.memory
    count[near] = count[near] * kept + chosen
    nearEnergy[near] = nearEnergy[near] * kept + ij_echo_energy(pasts[near], ages)
    farEnergy[near] = farEnergy[near] * kept + ij_echo_energy(pasts[far], ages)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.comparedLags) { sums in
      guard let sums = sums.baseAddress else { return }
      kernels.pointee.echo_products(
        sums, pasts[near], pasts[far], UInt32(Self.comparedLags), ages)
      let products = products[near]
      for lag in 0..<Self.lagCount { products[lag] = products[lag] * kept + sums[lag] }
    }
  }

  /// The delay at which the channel follows the other one most, in steps, its correlation, and how
  /// far that is above all others.
  private func peak(_ near: Party) -> (lag: Int, height: Float, margin: Float) {
    let scale = (nearEnergy[near] * farEnergy[near]).squareRoot()
    guard scale > 0 else { return (0, 0, 0) }
    var best = 0
    for lag in 0..<Self.lagCount where products[near][lag] > products[near][best] { best = lag }
    var next: Float = 0
    for lag in 0..<Self.lagCount where abs(lag - best) > 4 {
      next = max(next, products[near][lag])
    }
    return (best, products[near][best] / scale, (products[near][best] - next) / scale)
  }
}
