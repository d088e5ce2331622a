import Conversation

extension Metrics {
  /// Adds the counts of another conversation; times and medians are not counted here.
  mutating func add(_ other: Metrics) {
    transitions += other.transitions
    customerReplies.count += other.customerReplies.count
    customerReplies.long += other.customerReplies.long
    customerReplies.longest = max(customerReplies.longest, other.customerReplies.longest)
    deadAir.count += other.deadAir.count
    deadAir.total += other.deadAir.total
    deadAir.longest = max(deadAir.longest, other.deadAir.longest)
    deadAir.endedByAgent += other.deadAir.endedByAgent
    deadAir.endedByCustomer += other.deadAir.endedByCustomer
    for party in Party.allCases { parties[party].add(other.parties[party]) }
  }
}

extension PartyMetrics {
  fileprivate mutating func add(_ other: PartyMetrics) {
    turns += other.turns
    longestTurn = max(longestTurn, other.longestTurn)
    longestStretch = max(longestStretch, other.longestStretch)
    responses.quick += other.responses.quick
    monologues += other.monologues
    backchannels += other.backchannels
    prematureAnswers += other.prematureAnswers
    toneChanges += other.toneChanges
    interruptions.open += other.interruptions.open
    interruptions.floorTaken += other.interruptions.floorTaken
    interruptions.floorKept += other.interruptions.floorKept
    interruptions.unknown += other.interruptions.unknown
    interruptions.mayBeAgreement += other.interruptions.mayBeAgreement
    interruptions.markedWrong += other.interruptions.markedWrong
    resumptions.total += other.resumptions.total
    resumptions.contested += other.resumptions.contested
  }
}
