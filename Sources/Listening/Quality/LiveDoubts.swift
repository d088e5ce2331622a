import Conversation

/// What makes figures doubtful while the stream goes on, and the warnings that were given of it.
///
/// A doubt is worth a warning once it has lasted from one look at the measures to the next.
struct LiveDoubts {
  /// What was doubtful at the last look.
  private var latest = PartyPair(repeating: ChannelDoubts())
  private var wasSameAudio = false
  private var hasWarnedOfSameAudio = false
  /// What has lasted.
  private(set) var lasted = PartyPair(repeating: ChannelDoubts())

  /// Looks at the measures so far, the levels in dB of each party's leak, and faint second voices.
  mutating func look(
    at metrics: Metrics, leaks: PartyPair<Double?>,
    faintVoices: PartyPair<Bool> = PartyPair(repeating: false), isSameAudio: Bool,
    isAnnouncing: Bool = false,
    warn: (WarningCode, Party?) -> Void
  ) {
    // An announcement at the start is on both channels, too.
    if isSameAudio, wasSameAudio, !isAnnouncing, !hasWarnedOfSameAudio {
      hasWarnedOfSameAudio = true
      warn(.identicalChannels, nil)
    }
    wasSameAudio = isSameAudio
    for party in Party.allCases {
      let found =
        isSameAudio
        ? []
        : ChannelDoubts(
          metrics.parties[party], leak: leaks[party], hasFaintVoice: faintVoices[party])
      let lasting = found.intersection(latest[party])
      let new = lasting.subtracting(lasted[party])
      if new.contains(.bleed) { warn(.bleed, party) }
      if new.contains(.noisy) { warn(.noisy, party) }
      if new.contains(.backgroundVoice) { warn(.backgroundVoice, party) }
      latest[party] = found
      lasted[party].formUnion(lasting)
    }
  }

  /// Whether a warning has been given.
  func hasWarned(of code: WarningCode, _ party: Party?) -> Bool {
    guard let party else { return code == .identicalChannels && hasWarnedOfSameAudio }
    return lasted[party].warns(of: code)
  }
}
