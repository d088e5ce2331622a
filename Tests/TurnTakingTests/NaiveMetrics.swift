import Conversation

/// The counts of an event list, kept as plain lists.
struct NaiveMetrics {
  var turns = PartyPair(repeating: [SampleTime]())
  var offsets = PartyPair(repeating: [SampleTime]())
  var backchannels = PartyPair(repeating: 0)
  var prematureAnswers = PartyPair(repeating: 0)
  var monologues = PartyPair(repeating: 0)
  var replies: [SampleTime] = []
  var deadAir = DeadAir()
  /// The longest part of the other's turns without a backchannel of the party.
  var longestWithout = PartyPair(repeating: SampleTime.zero)
  private var spans = PartyPair(repeating: [Interval]())
  private var acknowledged = PartyPair(repeating: [Interval]())
  private var resolutions: [(party: Party, end: InterruptionResolution)] = []

  /// The offsets as far as the measures tell them apart: from -5 s up to 15 s.
  func responses(_ party: Party) -> [SampleTime] {
    offsets[party].map { SampleTime(frames: min(max($0.frames, -500), 1499)) }
  }

  init(_ events: [Event]) {
    var flags: [Int: Party] = [:]
    var lastTurn: Party?
    for event in events {
      switch event.kind {
      case .turn(let party, let span):
        turns[party].append(span.length)
        spans[party].append(span)
        if party == .customer, lastTurn == .agent { replies.append(span.length) }
        lastTurn = party
      case .transition(_, let party, let offset, _): offsets[party].append(offset)
      case .backchannel(let party, let span):
        backchannels[party] += 1
        acknowledged[party].append(span)
      case .prematureAnswer(let party, _, _): prematureAnswers[party] += 1
      case .monologue(let party, _): monologues[party] += 1
      case .interruption(let flag): flags[flag.id] = flag.party
      case .interruptionResolved(let end):
        if let party = flags[end.id] { resolutions.append((party, end)) }
      case .deadAir(let span, let by):
        deadAir.count += 1
        deadAir.total += span.length
        deadAir.longest = max(deadAir.longest, span.length)
        deadAir.endedByAgent += by == .agent ? 1 : 0
        deadAir.endedByCustomer += by == .customer ? 1 : 0
      default: break
      }
    }
    for party in Party.allCases {
      for turn in spans[party.other] {
        let inside = acknowledged[party].filter { $0.start >= turn.start && $0.start < turn.end }
        let ends = inside.map(\.start) + [turn.end]
        for (start, end) in zip([turn.start] + inside.map(\.end), ends) {
          longestWithout[party] = max(longestWithout[party], end - start)
        }
      }
    }
  }

  func count(_ party: Party, _ outcome: InterruptionOutcome) -> Int {
    resolutions.count { $0.party == party && $0.end.outcome == outcome }
  }

  func medianOverlap(_ party: Party) -> SampleTime? {
    Self.median(resolutions.filter { $0.party == party }.map(\.end.overlap))
  }

  static func median(_ values: [SampleTime]) -> SampleTime? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    guard sorted.count.isMultiple(of: 2) else { return sorted[sorted.count / 2] }
    return SampleTime(
      ticks: (sorted[sorted.count / 2 - 1].ticks + sorted[sorted.count / 2].ticks) / 2)
  }

  /// The smallest of the values that a share of all stays at or below.
  static func quantile(_ values: [SampleTime], _ share: Double) -> SampleTime? {
    let sorted = values.sorted()
    let rank = Int((share * Double(sorted.count)).rounded(.up))
    return sorted.isEmpty ? nil : sorted[max(1, rank) - 1]
  }
}
