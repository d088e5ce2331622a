import Conversation
import TestSignals

/// A conversation made by its seed, with faults and strengths planted in it, as who speaks when.
///
/// What is not planted is neutral: short turns that answer each other after 0.05 to 0.3 s.
struct PlantedConversation {
  /// What can be planted.
  enum Plant: CaseIterable {
    case nothing, monologue, cutIns, silence, silentListening, patience, openingCut, openingHeard
    case mostTalk, heardOut, accompanied, longReplies, early
  }

  let plants: [Plant]
  private(set) var segments = PartyPair<[Interval]>(repeating: [])
  /// The rules that are to be said, with the moments that were planted for them.
  private(set) var expected: [GuidanceRule: [SampleTime]] = [:]
  private var random: RandomSource
  private var now = 0.5
  private var talk = PartyPair(repeating: 0.0)
  /// The customer's turns, and whether the agent cut them off.
  private var turns: [(start: Double, end: Double, isCut: Bool)] = []

  init(seed: Int) {
    random = RandomSource(seed: seed)
    let kinds = Plant.allCases
    var plants = [kinds[seed % kinds.count]]
    let extras: [Plant] = [.silence, .openingHeard, .cutIns]
    if plants[0] != .nothing, random.chance(0.4), let extra = extras.randomElement(using: &random),
      extra != plants[0], plants[0] != .openingCut
    {
      plants.append(extra)
    }
    self.plants = plants
    talkToEachOther()
    expect()
  }

  var end: SampleTime { SampleTime(seconds: now + 1) }

  private func has(_ plant: Plant) -> Bool { plants.contains(plant) }

  private mutating func draw(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &random)
  }

  /// Speech with pauses that end no turn; returns where it ends.
  private mutating func speak(_ party: Party, for length: Double) {
    var left = length
    while left > 0 {
      let piece = min(left, draw(2...5))
      add(party, now, now + piece)
      now += piece
      left -= piece
      guard left > 0 else { break }
      let pause = min(left, draw(0.25...0.6))
      now += pause
      left -= pause
    }
  }

  private mutating func add(_ party: Party, _ start: Double, _ end: Double) {
    guard end - start >= 0.15 else { return }
    segments[party].append(
      Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end)))
    talk[party] += end - start
  }

  private mutating func plant(_ rule: GuidanceRule, at time: Double) {
    expected[rule, default: []].append(SampleTime(seconds: time))
  }

  /// The silence before the agent's next turn; under zero where it starts early.
  private mutating func gap(_ party: Party) -> Double {
    if party == .agent, has(.patience) { return draw(0.6...1.0) }
    return draw(0.05...0.3)
  }

  private mutating func talkToEachOther() {
    agentSpeaks()
    if has(.openingHeard) { customerSpeaks(draw(12...24)) } else if has(.openingCut) { isCutOff() }
    agentSpeaks()
    for round in 0..<14 {
      let special = plants.contains { isDue($0, round) }
      if special {
        for plant in plants where isDue(plant, round) { insert(plant) }
      } else {
        customerSpeaks(has(.heardOut) ? draw(3.5...6) : draw(1.6...2.6))
      }
      agentSpeaks()
    }
    customerSpeaks(1.5)
  }

  private func isDue(_ plant: Plant, _ round: Int) -> Bool {
    switch plant {
    case .monologue: round == 5
    case .cutIns: [3, 7, 11].contains(round)
    case .silence: [4, 9].contains(round)
    case .silentListening: round == 6
    case .accompanied: [2, 6, 10].contains(round)
    case .longReplies: round.isMultiple(of: 2)
    default: false
    }
  }

  private mutating func insert(_ plant: Plant) {
    switch plant {
    case .monologue:
      customerSpeaks(2)
      now += gap(.agent)
      self.plant(.talkedLong, at: now)
      speak(.agent, for: draw(65...85))
      now += gap(.customer)
      customerSpeaks(2)
    case .cutIns: isCutOff()
    case .silence:
      customerSpeaks(2)
      self.plant(.deadAir, at: now)
      now += draw(6...9)
    case .silentListening:
      self.plant(.silentListening, at: now)
      customerSpeaks(draw(64...80))
    case .accompanied:
      let start = now
      customerSpeaks(draw(26...34))
      let length = now - start
      self.plant(.encouraged, at: start)
      var word = start + 6
      while word < start + length - 4 {
        add(.agent, word, word + draw(0.25...0.4))
        word += draw(4...6)
      }
    case .longReplies: customerSpeaks(draw(11.5...14))
    default: break
    }
  }

  private mutating func agentSpeaks() {
    if has(.early), let last = turns.last, !last.isCut {
      now -= draw(0.2...0.32)
    } else {
      now += gap(.agent)
    }
    let start = now
    speak(.agent, for: has(.mostTalk) ? draw(11...18) : draw(2...3.6))
    if has(.mostTalk) { plant(.talkShare, at: start) }
    now += gap(.customer)
  }

  private mutating func customerSpeaks(_ length: Double) {
    let start = now
    speak(.customer, for: length)
    turns.append((start, now, false))
  }

  /// The agent begins in the middle of what the customer says, who stops.
  private mutating func isCutOff() {
    let start = now
    let onset = start + draw(3.6...6)
    let overlap = draw(0.7...1.1)
    add(.customer, start, onset + overlap)
    turns.append((start, onset + overlap, true))
    plant(.interrupted, at: onset)
    add(.agent, onset, onset + overlap + 2.5)
    now = onset + overlap + 2.5 + draw(0.1...0.3)
    customerSpeaks(2)
  }

  /// Works out what is to be said, from what was planted.
  private mutating func expect() {
    let share = talk.agent / (talk.agent + talk.customer)
    if share <= 0.7 {
      expected[.talkShare] = nil
    } else if expected[.talkShare] == nil {
      expected[.talkShare] = []
    }
    if let opening = turns.first(where: { $0.end - $0.start >= 3.2 }) {
      if opening.isCut {
        expected[.openingCut] = []
      } else if opening.end - opening.start >= 8 {
        plant(.openingHeard, at: opening.start)
      }
    }
    let isCut = turns.contains { $0.isCut }
    let replies = turns.dropFirst().filter { $0.end - $0.start >= 10 }
    if has(.heardOut), !isCut { expected[.letFinish] = [] }
    if has(.patience), !isCut { expected[.patient] = [] }
    if has(.early), !isCut { expected[.startsEarly] = [] }
    if has(.longReplies), replies.count >= 3 { expected[.longReplies] = [] }
    if isCut { expected[.encouraged] = nil }
    for party in Party.allCases {
      segments[party].sort { $0.start < $1.start }
    }
  }
}
