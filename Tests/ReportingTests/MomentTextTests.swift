import Conversation
import Reporting
import Testing

/// The evidence of a moment, in sentences, and the names that other schemes have for it.
@Suite struct MomentTextTests {
  /// The customer speaks from 0 s to 6 s, the agent from 5 s to 9 s.
  private func call(
    _ kind: OnsetClass, _ outcome: InterruptionOutcome?, overlapKind: OverlapKind = .between,
    retracted reason: RetractionReason? = nil, withheld: Withheld = []
  ) -> CallReport {
    func time(_ seconds: Double) -> SampleTime { SampleTime(seconds: seconds) }
    func span(_ start: Double, _ end: Double) -> Interval {
      Interval(start: time(start), end: time(end))
    }
    let onset = Onset(
      kind: kind, ownSilence: nil, lead: time(5), otherSpoken: time(5), offset: time(-1))
    var kinds: [Event.Kind] = [
      .speech(.customer, span(0, 6)), .speech(.agent, span(5, 9)), .turn(.customer, span(0, 6)),
      .turn(.agent, span(5, 9)),
      .overlap(Overlap(by: .agent, interval: span(5, 6), kind: overlapKind, onset: onset)),
    ]
    if outcome != nil || reason != nil {
      kinds.append(
        .interruption(
          Interruption(id: 1, party: .agent, start: time(5), confidence: 0.5, salience: 0.5)))
    }
    if let outcome {
      kinds.append(
        .interruptionResolved(
          InterruptionResolution(
            id: 1, outcome: outcome, overlap: time(1), salience: 0.6,
            agreement: outcome == .floorTaken ? nil : 0.4, holdsUnderDelay: false)))
    }
    if let reason { kinds.append(.retraction(id: 1, reason)) }
    var record = CallRecord()
    for kind in kinds { record.add(Event(at: time(9), kind: kind)) }
    var metrics = Metrics()
    metrics.duration = time(10)
    return CallReport(
      session: Session(
        source: "a.wav", sampleRate: 8000, parties: PartyPair(agent: "left", customer: "right"),
        settings: ""),
      summary: Summary(metrics: metrics, reliable: true, withheld: withheld), record: record,
      version: "")
  }

  private func lines(_ call: CallReport, at seconds: Double = 5.5) -> [String] {
    MomentText(call, at: SampleTime(seconds: seconds), settings: TurnSettings()).lines
  }

  @Test func itSaysWhoBeganWhoHeldTheFloorAndWhatCameOfIt() {
    let text = lines(call(.interruption, .floorTaken))
    #expect(text.contains("At 0:05.0, the agent began while the customer was speaking."))
    #expect(text.contains("The customer held the floor, in a turn of 5.00 s by then."))
    #expect(
      text.contains(
        "The agent was the first to speak alone for 1 s: it took the turn."))
    #expect(text.contains("So it is an interruption."))
    #expect(text.contains { $0.hasPrefix("If one side were 0.25 s late") })
    #expect(text.contains { $0.contains("a resumption, had the agent held the floor") })
    #expect(
      text.last == "Other schemes: Heldner & Edlund: between-speaker overlap; "
        + "Gravano & Hirschberg: interruption; rule of 0.5 s: interruption; "
        + "rule of 0.8 s: interruption.")
  }

  @Test func itSaysThatAFlagMayBeAgreementOrWasTakenBack() {
    let kept = lines(call(.interruption, .floorKept))
    #expect(kept.contains { $0.hasSuffix("It may have been agreement (0.40).") })
    let gone = lines(call(.acknowledgement, nil, retracted: .acknowledgement))
    #expect(gone.contains { $0.hasSuffix("taken back: agreement.") })
  }

  @Test(arguments: OnsetClass.allCases) func everyClassHasItsAlternatives(kind: OnsetClass) {
    let text = lines(call(kind, kind == .interruption ? .floorTaken : nil))
    #expect(text.contains { $0.hasPrefix("- ") })
  }

  @Test func aTurnThatWasTakenOnlyLaterDoesNotHoldTheFloorYet() {
    func span(_ start: Double, _ end: Double) -> Interval {
      Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
    }
    let call = call(.resumption, nil, overlapKind: .within)
    var record = CallRecord()
    for event in [
      Event.Kind.speech(.customer, span(4.4, 8)), .speech(.agent, span(5, 6)),
      .turn(.agent, span(0, 4)), .turn(.customer, span(4.4, 8)),
      .overlap(
        Overlap(
          by: .agent, interval: span(5, 6), kind: .within,
          onset: Onset(
            kind: .resumption, ownSilence: SampleTime(seconds: 1), lead: SampleTime(seconds: 0.6),
            otherSpoken: SampleTime(seconds: 0.6), offset: SampleTime(seconds: -3)))),
    ] { record.add(Event(at: SampleTime(seconds: 9), kind: event)) }
    let text = lines(
      CallReport(session: call.session, summary: call.summary, record: record, version: ""))
    #expect(
      text.contains(
        "The agent still held the floor: the customer had not yet spoken alone for 1 s."))
    #expect(!text.contains { $0.hasPrefix("The customer held the floor") })
  }

  @Test func itSaysThatNothingHappenedElsewhere() {
    let text = lines(call(.interruption, .floorTaken), at: 1)
    #expect(text.first == "Nobody began over the other's speech near 0:01.0.")
    #expect(text.contains("The customer had the turn, from 0:00.0 to 0:06.0."))
  }

  @Test func whatIsWithheldIsNotExplained() {
    let text = lines(call(.interruption, .floorTaken, withheld: [.overlap, .interruptions]))
    #expect(text == ["The input is not good enough to say who spoke over whom."])
  }

  @Test(arguments: [
    (OnsetClass.backchannel, OverlapKind.within, "backchannel_with_overlap"),
    (.acknowledgement, .within, "backchannel_with_overlap"), (.terminal, .between, "overlap"),
    (.terminal, .within, "butting_in"), (.resumption, .within, "no_exchange"),
    (.other, .within, "butting_in"),
  ]) func gravanoAndHirschbergNameItByWhoGetsTheFloor(
    kind: OnsetClass, overlap: OverlapKind, name: String
  ) throws {
    let onset = try #require(call(kind, nil, overlapKind: overlap).record.onsets.first)
    #expect(OnsetScheme.gravanoHirschberg.name(of: onset) == name)
    #expect(
      OnsetScheme.heldnerEdlund.name(of: onset)
        == (overlap == .between ? "between_speaker_overlap" : "within_speaker_overlap"))
  }

  @Test func aSchemesTableHasARowForEachOnset() {
    let text = String(
      decoding: OnsetsCSV.bytes(call(.interruption, .floorTaken), by: .halfSecond), as: UTF8.self)
    #expect(
      text == "source,start,end,by,scheme,class,own_silence,lead,other_spoken,offset\r\n"
        + "a.wav,5.000,6.000,agent,duration-0.5,interruption,,5.000,5.000,-1.000\r\n")
  }

  @Test func aShortWordInAPauseIsExplained() {
    func span(_ start: Double, _ end: Double) -> Interval {
      Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
    }
    var record = CallRecord()
    for kind: Event.Kind in [
      .speech(.customer, span(0, 4)), .backchannel(.agent, span(4.5, 4.9)),
      .speech(.customer, span(5.4, 9)), .turn(.customer, span(0, 9)),
    ] { record.add(Event(at: SampleTime(seconds: 10), kind: kind)) }
    var metrics = Metrics()
    metrics.duration = SampleTime(seconds: 10)
    let call = CallReport(
      session: Session(
        source: "a.wav", sampleRate: 8000, parties: PartyPair(agent: "left", customer: "right"),
        settings: ""),
      summary: Summary(metrics: metrics, reliable: true), record: record, version: "")
    let text = lines(call, at: 5)
    #expect(text.first == "At 0:04.5 the agent spoke for 0.40 s while the customer was silent.")
    #expect(
      text.contains(
        "The customer had the turn, from 0:00.0 to 0:09.0, and went on with it."))
    #expect(text.contains { $0.hasPrefix("So it is a backchannel in a pause") })
    #expect(lines(call, at: 8).first == "Nobody began over the other's speech near 0:08.0.")
  }
}
