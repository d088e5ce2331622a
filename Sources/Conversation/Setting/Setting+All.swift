extension Setting {
  /// Every setting, in the order in which it acts.
  public static let all: [Setting] = activity + turns + tone + guidance + calls

  private static let activity = [
    Setting(
      "activity.onset", \.activity.onset, unit: "", 0.05...0.95,
      "settled speech probability that begins speech", source: "tuned on simulated calls"),
    Setting(
      "activity.offset", \.activity.offset, unit: "", 0.05...0.95,
      "settled speech probability below which speech ends", source: "tuned on simulated calls"),
    Setting(
      "activity.early_onset", \.activity.earlyOnset, unit: "", 0.05...0.99,
      "early speech probability that announces speech", source: "tuned on simulated calls"),
    Setting(
      "activity.early_hold", \.activity.earlyHold, unit: "s", 0.01...0.2,
      "time that the early probability must last", source: "tuned on simulated calls"),
    Setting(
      "activity.bridge", \.activity.bridge, unit: "s", 0...1,
      "longest pause inside a speech segment", source: "Heldner & Edlund 2010"),
    Setting(
      "activity.shortest_speech", \.activity.shortestSpeech, unit: "s", 0.01...1,
      "shortest speech that counts", source: "call-ai-metrics 0.12, LiveKit 0.05"),
  ]

  private static let turns = [
    Setting(
      "turns.floor_alone", \.turns.floorAlone, unit: "s", 0.1...5,
      "time alone that takes or keeps the floor", source: "VAP, window after a shift"),
    Setting(
      "turns.floor_within", \.turns.floorWithin, unit: "s", 1...30,
      "time after an onset within which the floor must settle", source: "own choice"),
    Setting(
      "turns.backchannel_longest", \.turns.backchannelLongest, unit: "s", 0.1...3,
      "longest backchannel", source: "VAP, Full-Duplex-Bench"),
    Setting(
      "turns.backchannel_silence", \.turns.backchannelSilence, unit: "s", 0...5,
      "own silence on each side of a backchannel", source: "VAP"),
    Setting(
      "turns.backchannel_after", \.turns.backchannelAfter, unit: "s", 0...10,
      "longest silence of the other before a backchannel", source: "own choice"),
    Setting(
      "turns.backchannel_resume", \.turns.backchannelResume, unit: "s", 0...10,
      "time after a backchannel within which the other goes on", source: "own choice"),
    Setting(
      "turns.interruption_caution", \.turns.interruptionCaution, unit: "", -5...5,
      "taken off an interruption's log-odds; more for fewer flags",
      source: "learned thresholds at 0"),
    Setting(
      "turns.newcomer_silent", \.turns.newcomerSilent, unit: "s", 0...5,
      "silence of the newcomer before an interruption", source: "own choice"),
    Setting(
      "turns.other_spoken", \.turns.otherSpoken, unit: "s", 0...5,
      "speech of the other before an interruption", source: "own choice"),
    Setting(
      "turns.simultaneous_start", \.turns.simultaneousStart, unit: "s", 0...1,
      "starts closer than this after silence interrupt nobody", source: "own choice"),
    Setting(
      "turns.holder_lead", \.turns.holderLead, unit: "s", 0...1,
      "a holder of the floor who comes back sooner could not have held back", source: "own choice"),
    Setting(
      "turns.terminal_overlap", \.turns.terminalOverlap, unit: "s", 0...2,
      "most that the other still says in a terminal overlap",
      source: "CANDOR, median overlap 0.41"),
    Setting(
      "turns.premature_answer", \.turns.prematureAnswer, unit: "s", 0...10,
      "shortest premature answer", source: "own choice, experimental"),
    Setting(
      "turns.premature_answer_within", \.turns.prematureAnswerWithin, unit: "s", 0...5,
      "longest pause before a premature answer", source: "own choice, experimental"),
    Setting(
      "turns.dead_air", \.turns.deadAir, unit: "s", 0.5...60,
      "mutual silence that is dead air and ends a turn", source: "Contact Lens, MiiTel"),
    Setting(
      "turns.monologue", \.turns.monologue, unit: "s", 1...600,
      "turn that is a monologue", source: "call-ai-metrics"),
    Setting(
      "turns.customer_delay", \.turns.customerDelay, unit: "s", -2...2,
      "delay of the customer's channel when judging who was first", source: "US9491293B2"),
  ]

  private static let tone = [
    Setting(
      "tone", \.tone.isMeasured, "whether pitch, loudness, syllable rate and noise are measured",
      source: "own choice"),
    Setting(
      "tone_change.pitch", \.tone.pitch, unit: "st", 0.5...24,
      "change of the median pitch that is marked, in semitones", source: "own choice"),
    Setting(
      "tone_change.loudness", \.tone.loudness, unit: "dB", 1...40,
      "change of the speech level that is marked", source: "own choice"),
    Setting(
      "tone_change.rate", \.tone.rate, unit: "", 0.05...2,
      "change of the syllable rate that is marked, as a share of it", source: "own choice"),
  ]

  private static let guidance = [
    Setting(
      "guidance.salience", \.guidance.salience, unit: "", 0...1,
      "salience from which an interruption by the agent brings guidance", source: "own choice"),
    Setting(
      "guidance.interval", \.guidance.interval, unit: "s", 0...3600,
      "shortest time between two pieces of guidance during the call", source: "own choice"),
    Setting(
      "guidance.shown_for", \.guidance.shownFor, unit: "s", 0...600,
      "time that guidance during the call stays on screen", source: "own choice"),
    Setting(
      "guidance.long_talk", \.guidance.longTalk, unit: "s", 1...600,
      "agent's talk that counts as long if the customer interrupts it", source: "own choice"),
  ]

  private static let calls = [
    Setting(
      "calls.heard_within", \.calls.heardWithin, unit: "s", 1...600,
      "both parties heard within this time begin a live call", source: "own choice"),
    Setting(
      "calls.heard_for", \.calls.heardFor, unit: "s", 0...10,
      "speech of each party that counts as heard", source: "own choice"),
    Setting(
      "calls.edge_gap", \.calls.edgeGap, unit: "s", 0.5...60,
      "longest silence between a call's first words, and before its last", source: "own choice"),
    Setting(
      "calls.ends_after", \.calls.endsAfter, unit: "s", 5...600,
      "time without the customer's speech that ends a call on a still line", source: "own choice"),
    Setting(
      "calls.still_below", \.calls.stillBelow, unit: "dB", -100...(-20),
      "level of the customer's side below which the line is still", source: "own choice"),
    Setting(
      "calls.still_for", \.calls.stillFor, unit: "s", 0...60,
      "time that the line must be still before a call ends", source: "own choice"),
    Setting(
      "calls.agent_silent_for", \.calls.agentSilentFor, unit: "s", 0...600,
      "the agent's silence before a call ends", source: "own choice"),
    Setting(
      "calls.ends_anyway", \.calls.endsAnyway, unit: "s", 60...7200,
      "time without the customer's speech that ends a call on any line", source: "own choice"),
    Setting(
      "calls.music_for", \.calls.musicFor, unit: "s", 0.5...60,
      "music on the customer's side that counts as a hold", source: "own choice"),
  ]
}
