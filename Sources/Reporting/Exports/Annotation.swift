import Conversation
import Wording

/// Something that an editor shows on a call's time axis.
struct Annotation: Equatable {
  /// Whom it concerns; nil for both.
  let party: Party?
  /// When it is; a moment has no length.
  let interval: Interval
  /// What it is, in a few words.
  let text: String
}

extension CallReport {
  /// Each speech segment of a party, in the order of time.
  func speech(of party: Party) -> [Annotation] {
    record.segments[party].sorted { $0.start < $1.start }.map {
      Annotation(party: party, interval: $0, text: "speech")
    }
  }

  /// What happened besides speech, in the order of time.
  var happenings: [Annotation] {
    var all = shows(.interruptions) ? interruptionHappenings : []
    all += record.deadAir.map {
      Annotation(party: nil, interval: $0.interval, text: "dead air")
    }
    for party in Party.allCases {
      all += record.monologues[party].map {
        Annotation(party: party, interval: $0, text: "\(party.name) monologue")
      }
    }
    all += record.unknown.map {
      Annotation(
        party: $0.party, interval: $0.interval, text: "\($0.party.name) not heard")
    }
    all += record.words.compactMap { event in
      event.words.map { Annotation(party: event.party, interval: event.interval, text: $0) }
    }
    all += record.toneChanges.map {
      Annotation(
        party: $0.party, interval: Interval(start: $0.start, end: $0.start),
        text: "\($0.party.name)'s \($0.words)")
    }
    return all.sorted {
      ($0.interval.start, $0.interval.end, $0.text) < ($1.interval.start, $1.interval.end, $1.text)
    }
  }

  private var interruptionHappenings: [Annotation] {
    var all = record.interruptions.map { interruption in
      let flag = interruption.flag
      let overlap = interruption.resolution?.overlap ?? .zero
      return Annotation(
        party: flag.party, interval: Interval(start: flag.start, end: flag.start + overlap),
        text: "\(flag.party.name) speaks over the other: \(interruption.outcomeWords)")
    }
    for party in Party.allCases {
      all += record.backchannels[party].map {
        Annotation(party: party, interval: $0, text: "\(party.name) backchannel")
      }
    }
    all += record.prematureAnswers.map {
      Annotation(
        party: $0.party, interval: Interval(start: $0.start, end: $0.start),
        text: EventWords.answersEarly($0.party))
    }
    return all
  }
}
