import Conversation
import VoiceActivity

/// Judges at the end of a stream how far its figures can be trusted, and says why.
struct InputQuality {
  /// A warning and the party it concerns; nil for both.
  struct Warning: Equatable {
    var code: WarningCode
    var party: Party?
  }

  private var notes: [String] = []
  private var withheld: Withheld = []
  private var isReliable = true

  /// Adds a note, as of a repair of the file.
  mutating func add(note: String, isDoubtful: Bool) {
    notes.append(note)
    if isDoubtful { isReliable = false }
  }

  /// The summary that goes with measures.
  func summary(of metrics: Metrics, guidance: [GuidanceLine] = []) -> Summary {
    var summary = Summary(
      metrics: metrics, reliable: isReliable, withheld: withheld.union(metrics.withheld),
      notes: notes)
    // Advice from doubtful figures would be worse than none.
    if isReliable { summary.guidance = guidance }
    return summary
  }

  /// Judges the whole stream and returns the warnings.
  ///
  /// `lasted` is what was doubtful for a while: what was warned of then has its note here, though
  /// the whole stream has outweighed it.
  mutating func finish(
    activity: inout VoiceActivity, metrics: Metrics,
    powers: PartyPair<PowerSums> = PartyPair(repeating: PowerSums()),
    lasted: PartyPair<ChannelDoubts> = PartyPair(repeating: ChannelDoubts())
  ) -> [Warning] {
    var warnings: [Warning] = []
    var silent: [Party] = []
    for party in Party.allCases where activity.health(of: party).isSilent { silent.append(party) }
    let isSame = activity.isSameAudio && silent.isEmpty
    if isSame {
      warnings.append(Warning(code: .identicalChannels))
      isReliable = false
      withheld = InputDoubts.withheldForSameAudio
      notes.append(
        "both channels carry the same audio: who speaks cannot be told apart; record the parties "
          + "on two channels")
    } else if activity.announced > .zero {
      addAnnouncement(activity.announced, isDoubtful: activity.isAnnouncementDoubtful)
    }
    for party in silent {
      warnings.append(Warning(code: .silentChannel, party: party))
      isReliable = false
      withheld.insert(.share)
      notes.append("the \(party.name)'s channel is silent: check which channel is whose")
    }
    for party in Party.allCases where !silent.contains(party) {
      let health = activity.health(of: party)
      judge(party, health: health, warnings: &warnings)
      // Of one voice on both channels each is the other's leak: what was found says nothing more.
      guard !isSame else { continue }
      let isUnheard =
        activity.leak(into: party) == nil
        && QualityLimits.isTooLowForSpeech(
          metrics.parties[party], peak: health.peak, powers: powers[party])
      judge(
        party, metrics.parties[party], isUnheard: isUnheard,
        wasNoisy: lasted[party].contains(.noisy), warnings: &warnings)
      if activity.hasFaintVoice(party) { addFaintVoice(of: party, warnings: &warnings) }
      if QualityLimits.isGarbled(
        metrics.parties[party], peak: health.peak, powers: powers[party])
      {
        addGarbled(party, warnings: &warnings)
      } else if !isUnheard, QualityLimits.isWithoutSpeech(party, metrics) {
        addAbsence(of: party, warnings: &warnings)
      }
    }
    // The voice of a party that is not there leaks nowhere: what was found is the other's own.
    for party in Party.allCases
    where !isSame && !QualityLimits.isWithoutSpeech(party.other, metrics) {
      judge(
        party, leak: activity.leak(into: party), isLeft: activity.isLeakLeft(in: party),
        before: lasted[party], warnings: &warnings)
    }
    if QualityLimits.isMuchUnknown(metrics) {
      isReliable = false
      notes.append("more than a fifth of the audio was lost: the figures cover the rest only")
    }
    if metrics.parties.agent.talk + metrics.parties.customer.talk == .zero, silent.count < 2,
      !isSame
    {
      notes.append("no speech was found")
    }
    return warnings
  }

  private mutating func addAnnouncement(_ length: SampleTime, isDoubtful: Bool) {
    let seconds = max(1, Int(length.seconds.rounded()))
    guard isDoubtful else {
      notes.append("\(seconds) s at the start on both channels were taken for an announcement")
      return
    }
    isReliable = false
    notes.append(
      "\(seconds) s at the start on both channels were taken for an announcement and left out, but both "
        + "channels went on to carry the same: record the parties on two channels")
  }

  private mutating func addAbsence(of party: Party, warnings: inout [Warning]) {
    warnings.append(Warning(code: .noSpeech, party: party))
    isReliable = false
    withheld.insert(.share)
    notes.append(
      "no speech of the \(party.name) was found, although the \(party.other.name) talked a lot: "
        + "check what its channel carries")
  }

  private mutating func addFaintVoice(of party: Party, warnings: inout [Warning]) {
    warnings.append(Warning(code: .backgroundVoice, party: party))
    isReliable = false
    notes.append(
      "a second, faint voice is in the \(party.name)'s channel and counts as the \(party.name)'s "
        + "talk: use a headset, or a quieter place")
  }

  private mutating func addGarbled(_ party: Party, warnings: inout [Warning]) {
    warnings.append(Warning(code: .garbled, party: party))
    isReliable = false
    withheld.insert(.share)
    notes.append(
      "the \(party.name)'s channel is noise at full level, not speech: check the encoding and "
        + "the byte order of its samples")
  }

  private mutating func judge(
    _ party: Party, leak: (level: Double, delay: SampleTime)?, isLeft: Bool,
    before: ChannelDoubts, warnings: inout [Warning]
  ) {
    let outcome =
      isLeft ? "some of it counts as the \(party.name)'s speech" : "it was removed"
    if let leak, QualityLimits.isLeak(leak.level) {
      warnings.append(Warning(code: .bleed, party: party))
      let level = Int(leak.level.rounded())
      let delay = Int((leak.delay.seconds * 1000).rounded())
      notes.append(
        "the \(party.other.name)'s voice leaks into the \(party.name)'s channel at \(level) dB, "
          + "\(delay) ms late; \(outcome); a headset would keep it out")
    } else if before.contains(.bleed) {
      notes.append(
        "for a time the \(party.other.name)'s voice leaked into the \(party.name)'s channel; "
          + outcome)
    }
    if isLeft, leak != nil || before.contains(.bleed) { isReliable = false }
    guard QualityLimits.isHeavyLeak(leak?.level) || before.contains(.heavyBleed) else { return }
    isReliable = false
    notes.append(
      "a leak this strong hides the \(party.name)'s speech under the \(party.other.name)'s: "
        + "overlap and interruptions are uncertain")
  }

  private mutating func judge(
    _ party: Party, health: InputHealth, warnings: inout [Warning]
  ) {
    if health.notFinite > 0 {
      warnings.append(Warning(code: .nonFiniteSamples, party: party))
      notes.append(
        "\(health.notFinite) samples of the \(party.name)'s channel were not numbers and count as "
          + "silence")
    }
    if health.isClipped {
      warnings.append(Warning(code: .clipping, party: party))
      notes.append("the \(party.name)'s channel is overdriven: lower its recording level")
    }
    if health.isOffset {
      warnings.append(Warning(code: .offset, party: party))
      notes.append("the \(party.name)'s channel has a constant offset; it was removed")
    }
  }

  private mutating func judge(
    _ party: Party, _ measures: PartyMetrics, isUnheard: Bool, wasNoisy: Bool,
    warnings: inout [Warning]
  ) {
    if QualityLimits.isLow(measures) {
      warnings.append(Warning(code: .lowLevel, party: party))
      if QualityLimits.isTooLow(measures) { isReliable = false }
      notes.append("the \(party.name)'s speech is very quiet: raise its recording level")
    } else if isUnheard {
      warnings.append(Warning(code: .lowLevel, party: party))
      isReliable = false
      notes.append(
        "the \(party.name)'s channel has sound, but too quiet to find speech in: raise its "
          + "recording level")
    }
    if QualityLimits.isNoisy(measures) {
      warnings.append(Warning(code: .noisy, party: party))
      isReliable = false
      notes.append(
        "noise is close to the \(party.name)'s speech: talk time, pauses and interruptions are "
          + "uncertain")
    } else if wasNoisy {
      notes.append(
        "for a time noise was close to the \(party.name)'s speech: what was found then is "
          + "uncertain")
    }
  }
}
