import Conversation

/// Makes findings of what was heard in a check.
struct SetupJudge {
  /// The talk that is more than a cough.
  private static let word = SampleTime(seconds: 1)
  /// The talk that is no mistake of the detector's.
  private static let muchTalk = SampleTime(seconds: 3)

  /// The audio that was heard.
  let time: SampleTime
  let sides: PartyPair<SetupSide>
  let heard: PartyPair<SetupHeard>
  let asked: [SetupQuestion: PartyPair<SetupHeard>]
  let isSame: Bool
  let playing: [SetupDevice]

  var findings: [SetupFinding] {
    // What either side carries says nothing where they are one.
    if isSame { return [.sameSource] + Party.allCases.flatMap(missing).filter(isAbsence) }
    if isSwapped { return [.swapped] }
    var findings = Party.allCases.flatMap(missing)
    let isCustomerHeard = heard.customer.sound > .zero
    if !playing.isEmpty {
      findings.append(.otherOutputs(playing, isCustomerHeard: isCustomerHeard))
      // Where the sound is says all about why it is not here.
      if !isCustomerHeard {
        findings.removeAll { $0 == .noSignal(.customer) || $0 == .nothingHeard(.customer) }
      }
    }
    return findings + Party.allCases.flatMap(quality)
  }

  private var isSwapped: Bool {
    guard let speak = asked[.speak], let play = asked[.play] else { return false }
    return speak.agent.talk < Self.word && speak.customer.talk >= Self.muchTalk
      && play.customer.talk < Self.word && play.agent.talk >= Self.muchTalk
  }

  /// What a side lacks altogether.
  private func missing(_ party: Party) -> [SetupFinding] {
    let side = sides[party]
    let heard = heard[party]
    if heard.away + heard.away > time { return [.away(party)] }
    guard heard.talk < Self.word else { return [] }
    if !side.hasSignal { return [.noSignal(party)] }
    return [heard.sound > .zero ? .noSpeech(party) : .nothingHeard(party)]
  }

  private func isAbsence(_ finding: SetupFinding) -> Bool {
    if case .away = finding { true } else { false }
  }

  private func quality(_ party: Party) -> [SetupFinding] {
    let side = sides[party]
    var findings: [SetupFinding] = []
    if side.isClipped { findings.append(.overdriven(party)) }
    // The voice of a party that was not heard leaks nowhere: what was found is the other's own.
    if let leak = side.leak, leak >= SetupFinding.lightLeak,
      heard[party.other].talk >= Self.word
    {
      findings.append(.leak(into: party, level: leak))
    }
    if let level = side.speechLevel, level < SetupFinding.quiet {
      findings.append(.quiet(party, level: level))
    }
    if let level = side.speechLevel, let distance = heard[party].distance(ofSpeech: level),
      distance < SetupFinding.noisy
    {
      findings.append(.noisy(party, distance: distance))
    }
    return findings
  }
}
