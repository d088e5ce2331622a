package import Conversation

/// The measures as fields of the innermost object; `docs/event-stream.md` lists them with units.
extension JSONText {
  package mutating func fields(_ metrics: Metrics) {
    let withheld = metrics.withheld
    field("duration", metrics.duration)
    guard !withheld.contains(.speech) else {
      field("unknown", metrics.unknown)
      return field("hold", metrics.hold)
    }
    field("silence", metrics.silence)
    if !withheld.contains(.overlap) { field("overlap", metrics.overlap) }
    field("unknown", metrics.unknown)
    field("hold", metrics.hold)
    for party in Party.allCases {
      name(party.name)
      beginObject()
      fields(of: party, in: metrics, without: withheld)
      endObject()
    }
    field("transitions", metrics.transitions)
    field("turns_per_minute", metrics.turnsPerMinute)
    field("switches_per_minute", metrics.switchesPerMinute)
    field("customer_replies", metrics.customerReplies)
    field("dead_air", metrics.deadAir)
    field("level_difference", metrics.levelDifference, places: 1)
    field("distraction", metrics.distraction)
    if !withheld.contains(.interruptions) {
      field("opening_statement", metrics.openingStatement)
    }
  }

  private mutating func fields(
    of party: Party, in metrics: Metrics, without withheld: Withheld
  ) {
    let measures = metrics.parties[party]
    field("talk", measures.talk)
    if !withheld.contains(.share) {
      field("share_of_talk", metrics.shareOfTalk(party))
      field("share_of_call", metrics.shareOfCall(party))
    }
    field("turns", measures.turns)
    field("longest_turn", measures.longestTurn)
    field("longest_stretch", measures.longestStretch)
    field("monologues", measures.monologues)
    if !withheld.contains(.interruptions) {
      field(
        "interruptions", measures.interruptions, in: metrics,
        perTurn: metrics.interruptionsPerTurn(party))
      name("resumptions")
      beginObject()
      field("total", measures.resumptions.total)
      field("contested", measures.resumptions.contested)
      endObject()
      field("backchannels", measures.backchannels)
      field("backchannels_per_minute", metrics.rate(measures.backchannels))
      field("backchannel_credit", measures.credit, rate: metrics.backchannelRate(party))
      field("yielding", measures.yielding)
      field("premature_answers", measures.prematureAnswers)
    }
    field("responses", measures.responses)
    field("speech_level", measures.speechLevel, places: 1)
    field("signal_to_noise", measures.signalToNoise, places: 1)
    field("voice", measures.voice)
    field("first_minute", measures.firstMinute ?? VoiceFigures())
    field("tone_changes", measures.toneChanges)
  }

  private mutating func field(
    _ name: String, _ counts: InterruptionCounts, in metrics: Metrics, perTurn: Double?
  ) {
    self.name(name)
    beginObject()
    field("total", counts.total)
    field("floor_taken", counts.floorTaken)
    field("floor_kept", counts.floorKept)
    field("unknown", counts.unknown)
    field("open", counts.open)
    field("median_overlap", counts.medianOverlap)
    field("may_be_agreement", counts.mayBeAgreement)
    field("marked_wrong", counts.markedWrong)
    field("floor_taken_per_hour", metrics.hourly(counts.floorTaken))
    field("floor_taken_per_turn_of_other", perTurn)
    endObject()
  }

  private mutating func field(_ name: String, _ responses: ResponseTimes) {
    self.name(name)
    beginObject()
    field("count", responses.count)
    field("quick", responses.quick)
    field("median", responses.median)
    field("percentile_90", responses.percentile90)
    endObject()
  }

  private mutating func field(_ name: String, _ credit: BackchannelCredit, rate: Double?) {
    self.name(name)
    beginObject()
    field("in_overlap", credit.inOverlap)
    field("in_pauses", credit.inPauses)
    field("per_minute_of_other", rate)
    self.name("longest_without")
    if let stretch = credit.longestWithout {
      beginObject()
      fields(stretch)
      endObject()
    } else {
      null()
    }
    endObject()
  }

  private mutating func field(_ name: String, _ yielding: Yielding) {
    self.name(name)
    beginObject()
    field("interrupted", yielding.interrupted)
    field("yielded", yielding.yielded)
    field("median", yielding.median)
    field("came_back", yielding.cameBack)
    endObject()
  }

  private mutating func field(_ name: String, _ turns: TurnLengths) {
    self.name(name)
    beginObject()
    field("count", turns.count)
    field("median", turns.median)
    field("longest", turns.longest)
    field("at_least_10_s", turns.long)
    endObject()
  }

  private mutating func field(_ name: String, _ voice: VoiceFigures) {
    self.name(name)
    beginObject()
    field("pitch", voice.pitch, places: 1)
    field("low_pitch", voice.lowPitch, places: 1)
    field("high_pitch", voice.highPitch, places: 1)
    field("loudness", voice.loudness, places: 1)
    field("syllable_rate", voice.rate, places: 2)
    endObject()
  }

  private mutating func field(_ name: String, _ distraction: Distraction?) {
    self.name(name)
    guard let distraction else {
      null()
      return
    }
    beginObject()
    field("judged", distraction.judged)
    field("noise", distraction.noise)
    field("level", distraction.level, places: 1)
    endObject()
  }

  private mutating func field(_ name: String, _ deadAir: DeadAir) {
    self.name(name)
    beginObject()
    field("count", deadAir.count)
    field("total", deadAir.total)
    field("longest", deadAir.longest)
    field("ended_by_agent", deadAir.endedByAgent)
    field("ended_by_customer", deadAir.endedByCustomer)
    endObject()
  }

  private mutating func field(_ name: String, _ statement: OpeningStatement?) {
    self.name(name)
    guard let statement else {
      null()
      return
    }
    beginObject()
    fields(statement.interval)
    field("first_interrupted", statement.firstInterrupted)
    field("completed", statement.completed)
    field("late", statement.isLate)
    endObject()
  }
}
