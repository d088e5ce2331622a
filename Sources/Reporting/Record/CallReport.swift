public import Conversation

/// A finished call as the reports and exports need it.
public struct CallReport: Sendable {
  /// What was heard.
  public let session: Session
  /// The measures.
  public let summary: Summary
  /// What happened.
  public let record: CallRecord
  /// The version of the program that heard it.
  public let version: String

  /// Creates the report on a call.
  public init(session: Session, summary: Summary, record: CallRecord, version: String) {
    self.session = session
    self.summary = summary
    self.record = summary.withheld.contains(.speech) ? record.withoutSpeech : record
    self.version = version
  }

  /// The measures of the whole call.
  var metrics: Metrics { summary.metrics }

  /// The length of the call; events may end after a summary that was cut short.
  var length: SampleTime { max(metrics.duration, record.end) }

  func shows(_ group: Withheld) -> Bool { summary.withheld.isDisjoint(with: group) }

  /// The call's name in one word.
  var name: String {
    let parties = session.parties
    let isApart = session.source == "\(parties.agent) + \(parties.customer)"
    return CallName(
      callID: session.callID, recording: isApart ? parties.agent : session.source
    ).word
  }

  /// Stretches of both parties in the order of their starts.
  func merged(_ stretches: PartyPair<[Interval]>) -> [(party: Party, interval: Interval)] {
    let all = Party.allCases.flatMap { party in stretches[party].map { (party, $0) } }
    return all.sorted { left, right in
      (left.1.start, left.0.rawValue) < (right.1.start, right.0.rawValue)
    }
  }
}
