import CKernels
import Conversation

/// Takes from each party's speech what the other party's voice explains: the two-channel stage.
///
/// The leak's delays and its gain in every band are learned from stretches in which the far side is
/// louder. A frame whose bands do not rise above the predicted leak and the background is not the
/// party's own speech, whatever the single channel sounds like; speech of both stays, since it
/// rises above the leak in the bands where it is the stronger.
struct LeakFilter: ~Copyable {
  /// The frames that decide whether a settled frame is the party's own: itself, those known after it
  /// and six before.
  private static let settledWindow = 7 + ActivityGate.lookAhead
  /// The same of the newest frame.
  private static let earlyWindow = 5
  /// The excess from which on a frame is wholly own.
  ///
  /// Of frames of a leak alone nine in ten stay below a quarter of it, of own speech beside a leak one
  /// in twenty.
  private static let ownExcess: Float = 0.08
  /// How far a leak is above the background, in decades, that is fully heard: what does not reach
  /// beyond the background explains nothing.
  private static let audible: Float = 0.16
  /// The frames from one search for the delays to the next.
  private static let searchInterval = Int(IJ_LEAK_BATCH)
  /// The near side must have this much less power than the far side's recent loudest: 2 dB.
  private static let louder: Float = 1.6
  /// A leak louder than its source is the other direction's, seen from behind.
  private static let loudestGain: Float = -0.2

  /// Twelve decibels: what is fainter beside the other's voice waits until it is known whether
  /// that voice leaks.
  private static let faint: Float = 16
  /// The frames around a common silence whose windows reach into it.
  private static let edge = 3
  /// The level, in decades, below which a band holds nothing at all.
  private static let digitalSilence: Float = -9.95
  private static let ownFit = ij_leak_fit(
    excess: 1, audible: 0, leaked: 0, gain: 0)
  private static let doubtfulFit = ij_leak_fit(
    excess: 0, audible: 1, leaked: 0, gain: 0)
  /// The frames of the far side's talk after which what is heard beside it tells of a leak.
  private static let heardAfter = 200
  /// Frames around its louder ones in which a party's own voice may be faint: 0.3 s.
  private static let ownWord = 30

  private let kernels: UnsafePointer<ij_kernels>
  private let histories: PartyPair<OpaquePointer>
  private let leaks: PartyPair<UnsafeMutablePointer<ij_leak>>
  // Apart, so that nobody copies them for a look at one value.
  private let paths: PartyPair<UnsafeMutablePointer<LeakPath>>
  /// How the newest frames compare with what explains them.
  private let fits: PartyPair<UnsafeMutablePointer<ij_leak_fit>>
  private var echoes: EchoSearch
  /// The frames since both parties were digital silence.
  private var sinceSilence = 0
  private var rests = PartyPair(repeating: LeakRest())
  /// Whether an echo was found that comes too late to be held back until it is known.
  private var isLate = PartyPair(repeating: false)
  /// log10 of the mean gain of the leak into each channel.
  private var meanGains = PartyPair<Float>(repeating: 0)
  private var loudness = PartyPair(repeating: ChannelLoudness())
  /// Of the frames since the last search, those to learn from: a bit each, the newest's the lowest.
  private var learnable = PartyPair<UInt32>(repeating: 0)
  /// The frames since a party was last too loud for a leak.
  private var sinceLoud = PartyPair(repeating: Self.ownWord)
  /// Whether a party's newest frame was compared with the other's past, as the next ones will be.
  private var wasWanted = PartyPair(repeating: false)
  /// The powers of the frames since the last step of the search for echoes.
  private var powersOfStep = PartyPair<Float>(repeating: 0)
  private var frame = 0

  init(kernels: UnsafePointer<ij_kernels>) {
    self.kernels = kernels
    histories = PartyPair(agent: ij_band_history_new(), customer: ij_band_history_new())
    leaks = PartyPair(agent: .allocate(capacity: 1), customer: .allocate(capacity: 1))
    paths = PartyPair(agent: .allocate(capacity: 1), customer: .allocate(capacity: 1))
    fits = PartyPair(
      agent: .allocate(capacity: Self.settledWindow),
      customer: .allocate(capacity: Self.settledWindow))
    echoes = EchoSearch(kernels: kernels)
    for party in Party.allCases {
      paths[party].initialize(to: LeakPath())
      fits[party].initialize(repeating: Self.ownFit, count: Self.settledWindow)
      ij_leak_reset(leaks[party])
      meanGains[party] = meanGain(party)
    }
  }

  deinit {
    for party in Party.allCases {
      ij_band_history_free(histories[party])
      leaks[party].deallocate()
      paths[party].deinitialize(count: 1)
      paths[party].deallocate()
      fits[party].deallocate()
    }
  }

  /// Begins to fetch what the next two frames need.
  mutating func prefetch() {
    let isSearchDue = frame % Self.searchInterval + Spectrum.framesPerStep >= Self.searchInterval
    let number = UInt32(truncatingIfNeeded: frame)
    for party in Party.allCases {
      ij_leak_prefetch(histories[party], leaks[party], number)
      if isSearchDue {
        ij_products_prefetch(
          histories[party], leaks[party], UInt32(paths[party.other].pointee.first), number)
      }
      guard wasWanted[party] else { continue }
      paths[party].pointee.prefetch(histories[party.other], frame: number)
    }
  }

  /// Takes the levels and powers of the next frame of both parties.
  mutating func add(
    levels: PartyPair<UnsafePointer<Float>>, powers: PartyPair<UnsafePointer<Float>>
  ) {
    guard !isSilent(levels.agent) || !isSilent(levels.customer) else { return skip() }
    sinceSilence += 1
    let sums = PartyPair(
      agent: kernels.pointee.history_add(histories.agent, levels.agent, powers.agent),
      customer: kernels.pointee.history_add(histories.customer, levels.customer, powers.customer))
    for party in Party.allCases {
      // What is more likely a leak is no source of one.
      let own = max(2 * ownEarly(party) - 1, 0)
      loudness[party].add(sums[party].loudness, own: Float(own))
      powersOfStep[party] += sums[party].loudness
    }
    for party in Party.allCases {
      let isLoud = !isFaint(party) && loudness[party].isAboveFloor
      sinceLoud[party] = isLoud ? 0 : sinceLoud[party] + 1
    }
    let energies = PartyPair(agent: sums.agent.fluctuations, customer: sums.customer.fluctuations)
    for near in Party.allCases { follow(near, levels[near], energies) }
    frame += 1
    if frame % EchoSearch.framesPerStep == 0 { searchEchoes() }
  }

  /// Takes a frame in which both channels lose the same, or carry the same announcement: what they
  /// have in common then is no leak.
  mutating func skip() {
    for party in Party.allCases {
      ij_history_skip(histories[party])
      // The windows of the last frames reach into the silence.
      learnable[party] = ((learnable[party] >> Self.edge) << Self.edge) << 1
      fits[party][frame % Self.settledWindow] = Self.ownFit
      wasWanted[party] = false
      if frame % Self.searchInterval == Self.searchInterval - 1 { search(party) }
    }
    sinceSilence = 0
    frame += 1
    if frame % EchoSearch.framesPerStep == 0 { searchEchoes() }
  }

  private func isSilent(_ levels: UnsafePointer<Float>) -> Bool {
    for band in 0..<Int(IJ_LEAK_BANDS) where levels[band] > Self.digitalSilence { return false }
    return true
  }

  /// Looks for echoes that come later than the delays that are followed.
  private mutating func searchEchoes() {
    let share = 1 / Float(EchoSearch.framesPerStep)
    echoes.add(
      histories, learnable: learnable,
      powers: PartyPair(agent: powersOfStep.agent * share, customer: powersOfStep.customer * share),
      isTalk: loudness.agent.isTalk || loudness.customer.isTalk)
    powersOfStep = PartyPair(repeating: 0)
    for near in Party.allCases {
      guard let first = echoes.first(into: near, now: paths[near].pointee.first) else { continue }
      paths[near].pointee = LeakPath(first: first, talk: paths[near].pointee.talk)
      isLate[near] = isLate[near] || first > 0
      learnable[near] = 0
      ij_leak_reset(leaks[near])
      meanGains[near] = meanGain(near)
    }
  }

  /// Whether both channels carry one recording, at whatever distance up to 2 s.
  var isSameAudio: Bool { echoes.isSame }

  /// Forgets what the channels have in common.
  mutating func restartComparison() { echoes.restartComparison() }

  private mutating func follow(
    _ near: Party, _ levels: UnsafePointer<Float>, _ energies: PartyPair<Float>
  ) {
    let far = near.other
    let isFarLouder =
      loudness[near].now * Self.louder < loudness[far].loudest && sinceSilence > Self.edge
    learnable[near] = learnable[near] << 1 | (isFarLouder ? 1 : 0)
    if isFarLouder {
      paths[near].pointee.add(
        near: energies[near], far: energies[far], isTalk: loudness[far].isTalk)
    }
    if frame % Self.searchInterval == Self.searchInterval - 1 { search(near) }
    let isWanted = paths[near].pointee.candidate != nil && (isFarLouder || isExplained(near))
    wasWanted[near] = isWanted
    let found = isWanted ? compare(near, levels, learns: isFarLouder) : nil
    let isDoubted = !paths[near].pointee.isJudged && isDoubtful(near)
    let isMeasured = isDoubted ? paths[near].pointee.talk >= Self.heardAfter : isExplained(near)
    fits[near][frame % Self.settledWindow] =
      (isMeasured ? found : nil) ?? (isDoubted ? Self.doubtfulFit : Self.ownFit)
    guard let found, isMeasured, isFarLouder else { return }
    rests[near].add(found, power: loudness[near].now, own: ownSettled(near))
  }

  private mutating func search(_ near: Party) {
    let far = near.other
    let ages = learnable[near]
    guard ages != 0 else { return }
    learnable[near] = 0
    let wasFound = paths[near].pointee.isFound
    var sums = InlineArray<64, Float>(repeating: 0)
    let finding = withUnsafeMutablePointer(to: &sums) { sums in
      let sums = UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Float.self)
      kernels.pointee.leak_correlate(
        sums, histories[near], histories[far], UInt32(paths[near].pointee.first), ages)
      // What is seen from behind of a late echo lies outside the delays that are followed.
      let isNear = paths[near].pointee.first == 0 && paths[far].pointee.first == 0
      return paths[near].pointee.search(
        sums, leaks[near], otherDelay: isNear ? paths[far].pointee.delay : nil)
    }
    switch finding {
    case .same: break
    case .moved: ij_leak_hasten(leaks[near])
    case .new:
      ij_leak_reset_gains(leaks[near])
      meanGains[near] = meanGain(near)
    }
    if paths[near].pointee.isFound, !wasFound { forget(far) }
  }

  /// Starts a direction anew that has been learned from sounds now known to come from the other.
  private mutating func forget(_ near: Party) {
    guard !paths[near].pointee.isFound else { return }
    paths[near].pointee = LeakPath(talk: paths[near].pointee.talk)
    learnable[near] = 0
    ij_leak_reset(leaks[near])
    meanGains[near] = meanGain(near)
  }

  private mutating func compare(
    _ near: Party, _ levels: UnsafePointer<Float>, learns: Bool
  ) -> ij_leak_fit {
    let (kernels, leak) = (kernels, leaks[near])
    let (own, other) = (histories[near], histories[near.other])
    let found = paths[near].pointee.withTaps { lags, weights, taps, tailTaps in
      kernels.pointee.leak_excess(
        leak, own, other, levels, lags, weights, taps, tailTaps, learns ? 1 : 0)
    }
    if learns { meanGains[near] = found.gain }
    return found
  }

  // Mutating below, so that the filter is asked where it lies and not copied.

  /// The level of the leak into a party's channel in dB, and its delay; nil while none is certain.
  mutating func leak(into party: Party) -> (level: Double, delay: SampleTime)? {
    guard paths[party].pointee.isConfirmed, let delay = paths[party].pointee.delay,
      meanGains[party] < Self.loudestGain,
      !paths[party].pointee.isShadow(of: paths[party.other].pointee)
    else { return nil }
    return (10 * Double(meanGains[party]), SampleTime(frames: delay))
  }

  /// Whether some of the leak into a party's channel counts as its own speech.
  mutating func isLeft(in party: Party) -> Bool { rests[party].isLeft || isLate[party] }

  private func meanGain(_ party: Party) -> Float {
    // The gains lie behind both sets of products.
    let gains =
      UnsafeRawPointer(leaks[party]).assumingMemoryBound(to: Float.self) + 2 * Int(IJ_LEAK_LAGS)
    var sum: Float = 0
    for band in 0..<Int(IJ_LEAK_BANDS) { sum += gains[band] }
    return sum / Float(IJ_LEAK_BANDS)
  }

  /// The share of a party's newest frame that is its own, from 0 to 1, as far as is known now.
  mutating func ownEarly(_ party: Party) -> Double {
    own(party, frames: Self.earlyWindow, faintest: 1)
  }

  /// The same of the frame `ActivityGate.lookAhead` before, from the frames on both sides of it.
  mutating func ownSettled(_ party: Party) -> Double {
    own(party, frames: Self.settledWindow, faintest: 0.75)
  }

  /// Whether a party's newest frame is so much quieter than what the far side has said within the
  /// longest delay of a leak that it may be one.
  private func isFaint(_ party: Party) -> Bool {
    loudness[party].now * Self.faint < loudness[party.other].peak.value
  }

  /// Whether a party's newest frames may be a leak: none of them is too loud for one.
  private func isDoubtful(_ party: Party) -> Bool {
    isFaint(party) && sinceLoud[party] >= Self.ownWord
  }

  /// Whether enough has been heard to find a leak into a party's channel, if there is one.
  private func isJudged(_ party: Party) -> Bool {
    paths[party].pointee.isJudged
  }

  /// Whether the far side's voice is known to leak into a party's channel.
  private func isExplained(_ party: Party) -> Bool {
    paths[party].pointee.isFound && meanGains[party] < Self.loudestGain
  }

  /// `faintest`: the part of the usual excess that a frame needs beside a leak that is not audible.
  private mutating func own(_ party: Party, frames: Int, faintest: Float) -> Double {
    if isJudged(party), !isExplained(party) { return 1 }
    var excess: Float = 0
    var audible: Float = 0
    var place = frame % Self.settledWindow
    for _ in 1...frames {
      place = place == 0 ? Self.settledWindow - 1 : place - 1
      let fit = fits[party][place]
      excess += fit.excess
      audible = max(audible, fit.audible)
    }
    let heard = max(min(audible / Self.audible, 1), faintest)
    let needed = Float(frames) * Self.ownExcess * heard
    return needed > excess ? Double(excess / needed) : 1
  }
}
