import Conversation

extension MetricsCSV {
  static func columns(of party: Party) -> [Column] {
    let measures = { (call: CallReport) in call.metrics.parties[party] }
    return [
      Column("talk") { $1.append(measures($0).talk) },
      Column("share_of_talk") { $1.append($0.shows(.share) ? $0.metrics.shareOfTalk(party) : nil) },
      Column("share_of_call") { $1.append($0.shows(.share) ? $0.metrics.shareOfCall(party) : nil) },
      Column("turns") { $1.append(measures($0).turns) },
      Column("longest_turn") { $1.append(measures($0).longestTurn) },
      Column("longest_stretch") { $1.append(measures($0).longestStretch) },
      Column("monologues") { $1.append(measures($0).monologues) },
      counted("interruptions") { measures($0).interruptions.total },
      counted("interruptions_floor_taken") { measures($0).interruptions.floorTaken },
      counted("interruptions_floor_kept") { measures($0).interruptions.floorKept },
      counted("interruptions_unknown") { measures($0).interruptions.unknown },
      Column("interruptions_median_overlap") {
        $1.append($0.shows(.interruptions) ? measures($0).interruptions.medianOverlap : nil)
      },
      counted("backchannels") { measures($0).backchannels },
      counted("backchannels_in_overlap") { measures($0).credit.inOverlap },
      counted("backchannels_in_pauses") { measures($0).credit.inPauses },
      Column("longest_without_backchannel") {
        $1.append($0.shows(.interruptions) ? measures($0).credit.longestWithout?.length : nil)
      },
      counted("yielding_interrupted") { measures($0).yielding.interrupted },
      counted("yielding_yielded") { measures($0).yielding.yielded },
      Column("yielding_median") {
        $1.append($0.shows(.interruptions) ? measures($0).yielding.median : nil)
      },
      counted("yielding_came_back") { measures($0).yielding.cameBack },
      counted("premature_answers") { measures($0).prematureAnswers },
      Column("responses") { $1.append(measures($0).responses.count) },
      Column("responses_quick") { $1.append(measures($0).responses.quick) },
      Column("response_median") { $1.append(measures($0).responses.median) },
      Column("response_percentile_90") { $1.append(measures($0).responses.percentile90) },
      Column("speech_level") { $1.append(measures($0).speechLevel, places: 1) },
      Column("signal_to_noise") { $1.append(measures($0).signalToNoise, places: 1) },
      Column("pitch") { $1.append(measures($0).voice.pitch, places: 1) },
      Column("low_pitch") { $1.append(measures($0).voice.lowPitch, places: 1) },
      Column("high_pitch") { $1.append(measures($0).voice.highPitch, places: 1) },
      Column("syllable_rate") { $1.append(measures($0).voice.rate, places: 2) },
      Column("tone_changes") { $1.append(measures($0).toneChanges) },
    ].map { Column("\(party.name)_\($0.name)", $0.write) }
  }

  /// A column that is empty where interruptions are withheld.
  private static func counted(
    _ name: String, _ count: @escaping (CallReport) -> Int
  ) -> Column {
    Column(name) { $1.append($0.shows(.interruptions) ? count($0) : nil) }
  }
}
