import Conversation
import Interject
import VoiceActivity

/// Events and time for a call tracker, written down as a scene with a clock.
struct CallScene {
  private final class Box {
    var tracker: CallTracker

    init(_ configuration: Configuration) { tracker = CallTracker(configuration) }
  }

  private(set) var told: [Event] = []
  private(set) var now = SampleTime.zero
  /// On the heap, since a scene is handed on and a tracker cannot be copied.
  private let box: Box
  private var pending: [(at: SampleTime, event: Event)] = []
  /// The level of the customer's side between words, in dBFS; nil for digital silence.
  var line: Double?
  var sound = LineSound.other
  /// When keys or other tones of the network are heard.
  var tones: [ClosedRange<Double>] = []
  var isHeard = PartyPair(repeating: true)
  var isSameAudio = false
  var hasSignal = PartyPair(repeating: true)
  var counts = SoundCounts()

  init(settings: CallSettings = CallSettings()) {
    var configuration = Configuration()
    configuration.calls = settings
    box = Box(configuration)
  }

  /// Both take turns from 100 s to 160 s.
  static func call(_ settings: CallSettings = CallSettings()) -> CallScene {
    var scene = CallScene(settings: settings)
    for turn in 0..<6 {
      let start = 100 + Double(turn) * 10
      scene.speak(turn.isMultiple(of: 2) ? .agent : .customer, start, start + 9)
    }
    return scene
  }

  /// The calls that have ended, with their measures.
  var ended: [(interval: Interval, metrics: Metrics)] {
    told.compactMap { event in
      if case .callEnded(let interval, let metrics) = event.kind {
        (interval, metrics)
      } else {
        nil
      }
    }
  }

  var starts: [SampleTime] {
    told.compactMap { if case .callStarted(let start) = $0.kind { start } else { nil } }
  }

  var holds: [Interval] {
    told.compactMap { if case .hold(let interval) = $0.kind { interval } else { nil } }
  }

  /// The numbers of the interruptions that were told, and of those that were resolved.
  var flags: [Int] {
    told.compactMap { if case .interruption(let flag) = $0.kind { flag.id } else { nil } }
  }

  var endedFlags: [Int] {
    told.compactMap { if case .interruptionResolved(let end) = $0.kind { end.id } else { nil } }
  }

  var guidanceLines: [GuidanceLine] { box.tracker.guidanceLines }

  var calls: Int { box.tracker.calls }

  var total: Metrics { box.tracker.total }

  var metrics: Metrics? { box.tracker.metrics(at: now) }

  var isOnHold: Bool { box.tracker.isOnHold }

  func count(_ matches: (Event.Kind) -> Bool) -> Int { told.count { matches($0.kind) } }

  /// Speech from a second of the stream to another, as the engine would report it.
  mutating func speak(_ party: Party, _ start: Double, _ end: Double) {
    let interval = Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
    at(start + 0.1, .speechStarted(party, start: interval.start))
    at(end + 0.3, .speech(party, interval))
  }

  /// An interruption that gets the floor, as the engine would report it.
  mutating func interrupt(_ id: Int, _ party: Party, _ start: Double, resolvedAt end: Double) {
    let flag = Interruption(
      id: id, party: party, start: SampleTime(seconds: start), confidence: 0.9, salience: 0.5)
    let resolution = InterruptionResolution(
      id: id, outcome: .floorTaken, overlap: SampleTime(seconds: 1), salience: 0.8)
    at(start + 0.5, .interruption(flag))
    at(end, .interruptionResolved(resolution))
  }

  /// An event at a second of the stream.
  mutating func at(_ seconds: Double, _ kind: Event.Kind) {
    let time = SampleTime(seconds: seconds)
    pending.append((time, Event(at: time, kind: kind)))
  }

  /// Lets the time pass up to a second of the stream, in steps of 0.1 s.
  mutating func pass(to seconds: Double) {
    pending.sort { $0.at < $1.at }
    let end = SampleTime(seconds: seconds)
    var told: [Event] = []
    while now < end {
      now += SampleTime(seconds: 0.1)
      let due = pending.prefix { $0.at <= now }
      pending.removeFirst(due.count)
      for entry in due { box.tracker.take(entry.event) { told.append($0) } }
      var doubts = InputDoubts()
      doubts.isSameAudio = isSameAudio
      var line = LineState(
        level: line, sound: sound, counts: counts, isHeard: isHeard, doubts: doubts,
        hasSignal: hasSignal)
      line.hasTone = tones.contains { $0.contains(now.seconds) }
      box.tracker.advance(to: now, line: line) { told.append($0) }
    }
    self.told += told
  }

  mutating func toggleHold() {
    var told: [Event] = []
    box.tracker.toggleHold(at: now) { told.append($0) }
    self.told += told
  }

  mutating func contest() {
    var told: [Event] = []
    box.tracker.contest(at: now) { told.append($0) }
    self.told += told
  }

  mutating func withdrawContest() {
    var told: [Event] = []
    box.tracker.withdrawContest(at: now) { told.append($0) }
    self.told += told
  }

  mutating func startNewCall() {
    var told: [Event] = []
    box.tracker.startNewCall(at: now) { told.append($0) }
    self.told += told
  }

  mutating func finish() {
    var told: [Event] = []
    box.tracker.finish(at: now) { told.append($0) }
    self.told += told
  }
}
