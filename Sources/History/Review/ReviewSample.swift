import Conversation
public import FoundationEssentials

/// A random sample of the moments of some results, as many of each stratum.
///
/// However many results there are, only the sample is kept (reservoir sampling, Vitter 1985).
public struct ReviewSample: Sendable {
  /// The items drawn so far, by stratum.
  public private(set) var items: [ReviewStratum: [ReviewItem]] = [:]
  /// The moments that they were drawn from.
  public private(set) var population: [ReviewStratum: Int] = [:]
  /// The results that had moments to draw from.
  public private(set) var calls = 0
  private let size: Int
  private var draws: RepeatableDraws

  /// Creates a sample of a size for each stratum; the same seed and results give the same.
  public init(size: Int, seed: String) {
    self.size = size
    draws = RepeatableDraws(seed: seed)
  }

  /// Draws from a JSON report of `analyze`.
  ///
  /// - Throws: `HistoryError` where it is none; one whose figures are unreliable is passed over.
  public mutating func add(json: Data, file: String) throws(HistoryError) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let result = try? decoder.decode(ResultMoments.self, from: json) else {
      throw HistoryError(.notResult, at: file)
    }
    guard result.summary.reliable, let interruptions = result.interruptions,
      let overlaps = result.overlaps, let transitions = result.transitions
    else { return }
    calls += 1
    for flag in interruptions {
      take(.flag, flag.party, flag.start, .init(id: flag.id, outcome: flag.outcome), result, file)
    }
    for overlap in overlaps where result.isOnset(overlap.by, overlap.start) {
      let isFlagged = interruptions.contains {
        $0.party == overlap.by && abs($0.start - overlap.start) < 0.15
      }
      if !isFlagged { take(.overlap, overlap.by, overlap.start, nil, result, file) }
    }
    for transition in transitions where transition.offset >= 0 {
      take(.silence, transition.to, transition.start, nil, result, file)
    }
  }

  /// All items in an order that does not tell where they come from.
  public mutating func shuffled() -> [ReviewItem] {
    let all = ReviewStratum.allCases.flatMap { items[$0] ?? [] }
    return draws.sample(all.count, of: all)
  }

  private mutating func take(
    _ stratum: ReviewStratum, _ name: String, _ start: Double, _ flag: ReviewItem.Flag?,
    _ result: ResultMoments, _ file: String
  ) {
    guard let party = Party.allCases.first(where: { $0.name == name }) else { return }
    let seen = population[stratum, default: 0] + 1
    population[stratum] = seen
    let own = items[stratum, default: []]
    let place = own.count < size ? own.count : draws.index(below: seen)
    guard place < size else { return }
    let item = result.item(stratum, party, start, flag, file)
    if place < own.count {
      items[stratum]?[place] = item
    } else {
      items[stratum, default: []].append(item)
    }
  }
}

/// What a review needs of a result; other fields are passed over.
private struct ResultMoments: Decodable {
  struct Session: Decodable {
    var source: String
    var parties: [String: String]
    var callId: String?
    var agentId: String?
  }

  struct Summary: Decodable {
    var reliable: Bool
  }

  struct Stretch: Decodable {
    var party: String
    var start: Double
    var end: Double
  }

  struct Flag: Decodable {
    var id: Int
    var party: String
    var start: Double
    var outcome: String?
  }

  struct Overlap: Decodable {
    var by: String
    var start: Double
  }

  struct Transition: Decodable {
    var to: String
    var offset: Double
    var start: Double
  }

  var session: Session
  var summary: Summary
  var speech: [Stretch]?
  var interruptions: [Flag]?
  var overlaps: [Overlap]?
  var transitions: [Transition]?

  /// Whether a party had been silent for a while, so that it starts there rather than goes on.
  func isOnset(_ party: String, _ start: Double) -> Bool {
    !(speech ?? []).contains { $0.party == party && $0.end > start - 0.3 && $0.end < start - 0.01 }
  }

  func item(
    _ stratum: ReviewStratum, _ party: Party, _ start: Double, _ flag: ReviewItem.Flag?,
    _ file: String
  ) -> ReviewItem {
    let from = max(0, start - ReviewItem.before)
    let until = start + ReviewItem.after
    func near(_ party: Party) -> [ClosedRange<Double>] {
      (speech ?? []).filter { $0.party == party.name && $0.end > from && $0.start < until }
        .map { max(from, $0.start)...max(from, min(until, $0.end)) }
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return ReviewItem(
      call: session.callId ?? (name.hasSuffix(".json") ? String(name.dropLast(5)) : name),
      source: session.source,
      parties: PartyPair(
        agent: session.parties["agent"] ?? "", customer: session.parties["customer"] ?? ""),
      agent: session.agentId, party: party, start: start, flag: flag, stratum: stratum,
      speech: PartyPair(agent: near(.agent), customer: near(.customer)), file: file)
  }
}
