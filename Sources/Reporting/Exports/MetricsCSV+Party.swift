import Conversation

extension MetricsCSV {
  static func columns(of party: Party) -> [Column] {
    let measures = { (call: CallReport) in call.metrics.parties[party] }
    return [
      Column("talk", of: .speech) { $1.append(measures($0).talk) },
      Column("share_of_talk", of: .share) { $1.append($0.metrics.shareOfTalk(party)) },
      Column("share_of_call", of: .share) { $1.append($0.metrics.shareOfCall(party)) },
      Column("turns", of: .speech) { $1.append(measures($0).turns) },
      Column("longest_turn", of: .speech) { $1.append(measures($0).longestTurn) },
      Column("longest_stretch", of: .speech) { $1.append(measures($0).longestStretch) },
      Column("monologues", of: .speech) { $1.append(measures($0).monologues) },
      counted("interruptions") { measures($0).interruptions.total },
      counted("interruptions_floor_taken") { measures($0).interruptions.floorTaken },
      counted("interruptions_floor_kept") { measures($0).interruptions.floorKept },
      counted("interruptions_unknown") { measures($0).interruptions.unknown },
      Column("interruptions_median_overlap", of: .interruptions) {
        $1.append(measures($0).interruptions.medianOverlap)
      },
      counted("backchannels") { measures($0).backchannels },
      counted("backchannels_in_overlap") { measures($0).credit.inOverlap },
      counted("backchannels_in_pauses") { measures($0).credit.inPauses },
      Column("longest_without_backchannel", of: .interruptions) {
        $1.append(measures($0).credit.longestWithout?.length)
      },
      counted("yielding_interrupted") { measures($0).yielding.interrupted },
      counted("yielding_yielded") { measures($0).yielding.yielded },
      Column("yielding_median", of: .interruptions) {
        $1.append(measures($0).yielding.median)
      },
      counted("yielding_came_back") { measures($0).yielding.cameBack },
      counted("premature_answers") { measures($0).prematureAnswers },
      Column("responses", of: .speech) { $1.append(measures($0).responses.count) },
      Column("responses_quick", of: .speech) { $1.append(measures($0).responses.quick) },
      Column("response_median", of: .speech) { $1.append(measures($0).responses.median) },
      Column("response_percentile_90", of: .speech) {
        $1.append(measures($0).responses.percentile90)
      },
      Column("speech_level", of: .speech) { $1.append(measures($0).speechLevel, places: 1) },
      Column("signal_to_noise", of: .speech) { $1.append(measures($0).signalToNoise, places: 1) },
      Column("pitch", of: .speech) { $1.append(measures($0).voice.pitch, places: 1) },
      Column("low_pitch", of: .speech) { $1.append(measures($0).voice.lowPitch, places: 1) },
      Column("high_pitch", of: .speech) { $1.append(measures($0).voice.highPitch, places: 1) },
      Column("syllable_rate", of: .speech) { $1.append(measures($0).voice.rate, places: 2) },
      Column("tone_changes", of: .speech) { $1.append(measures($0).toneChanges) },
    ].map { Column("\(party.name)_\($0.name)", $0.write) }
  }

  static func laterColumns(of party: Party) -> [Column] {
    let measures = { (call: CallReport) in call.metrics.parties[party] }
    let first = { (call: CallReport) in measures(call).firstMinute ?? VoiceFigures() }
    return [
      counted("interruptions_open") { measures($0).interruptions.open },
      Column("backchannels_per_minute", of: .interruptions) {
        $1.append($0.metrics.rate(measures($0).backchannels))
      },
      Column("backchannels_per_minute_of_other", of: .interruptions) {
        $1.append($0.metrics.backchannelRate(party))
      },
      Column("loudness", of: .speech) { $1.append(measures($0).voice.loudness, places: 1) },
      Column("first_minute_pitch", of: .speech) { $1.append(first($0).pitch, places: 1) },
      Column("first_minute_low_pitch", of: .speech) { $1.append(first($0).lowPitch, places: 1) },
      Column("first_minute_high_pitch", of: .speech) { $1.append(first($0).highPitch, places: 1) },
      Column("first_minute_loudness", of: .speech) { $1.append(first($0).loudness, places: 1) },
      Column("first_minute_syllable_rate", of: .speech) { $1.append(first($0).rate, places: 2) },
      counted("interruptions_may_be_agreement") { measures($0).interruptions.mayBeAgreement },
      Column("interruptions_floor_taken_per_hour", of: .interruptions) {
        $1.append($0.metrics.hourly(measures($0).interruptions.floorTaken))
      },
      Column("interruptions_floor_taken_per_turn_of_other", of: .interruptions) {
        $1.append($0.metrics.interruptionsPerTurn(party))
      },
      counted("resumptions") { measures($0).resumptions.total },
      counted("resumptions_contested") { measures($0).resumptions.contested },
    ].map { Column("\(party.name)_\($0.name)", $0.write) }
  }

  /// A column that is empty where interruptions are withheld.
  private static func counted(
    _ name: String, _ count: @escaping (CallReport) -> Int
  ) -> Column {
    Column(name, of: .interruptions) { $1.append(count($0)) }
  }
}
