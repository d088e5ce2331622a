import Conversation

extension MetricsCSV {
  /// The columns of a run with words.
  static var wordColumns: [Column] {
    [
      Column("word_source") { $1.append($0.used?.source ?? "") },
      Column("word_alignment") { $1.append($0.used?.alignment) },
      Column("customer_facts") { $1.append($0.acts?.facts) },
      Column("facts_said_again") { $1.append($0.acts?.repeatedFacts) },
      Column("closed") { call, row in
        row.append(call.acts?.isClosed.map { $0 ? "true" : "false" } ?? "")
      },
    ] + Party.allCases.flatMap(wordColumns(of:))
  }

  private static func wordColumns(of party: Party) -> [Column] {
    func column(_ name: String, _ figure: @escaping (PartyWording) -> Int?) -> Column {
      Column("\(party.name)_\(name)") { call, row in
        row.append(call.acts.flatMap { figure($0.parties[party]) })
      }
    }
    return [
      Column("\(party.name)_word_coverage") { $1.append($0.used?.parties[party].coverage) },
      Column("\(party.name)_words") { $1.append($0.used?.parties[party].words) },
      Column("\(party.name)_words_per_minute") {
        $1.append($0.used?.parties[party].wordsPerMinute, places: 1)
      },
      Column("\(party.name)_longest_sentence") {
        $1.append($0.used?.parties[party].longestSentence)
      },
      column("questions") { $0.questions },
      column("open_questions_at_least") { $0.openQuestions },
      Column("\(party.name)_answer_median") { $1.append($0.acts?.parties[party].answer) },
      column("possible_playbacks") { $0.playbacks },
      column("open_pauses") { $0.openPauses },
      column("cuts_in_pause") { $0.cutsInPause },
      column("acknowledgements_over_speech") { $0.judged.acknowledgements },
      column("flags_taken_back_by_words") { $0.judged.takenBack },
      column("interruptions_found_by_words") { $0.judged.added },
    ]
      + PhraseKind.allCases.map { kind in
        column("phrase_\(kind.rawValue)") { $0.phrases[kind] ?? 0 }
      }
  }
}

extension CallReport {
  /// The words, where they were used.
  fileprivate var used: CallWording? {
    summary.wording.flatMap { $0.refusal == nil ? $0 : nil }
  }

  /// The words, where they were judged as well.
  fileprivate var acts: CallWording? { used.flatMap { $0.hasActs ? $0 : nil } }
}
