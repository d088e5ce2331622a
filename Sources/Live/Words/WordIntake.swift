import Conversation
import Realtime
import Words

/// The engine's end of a call's words.
final class WordIntake {
  /// How far words may lie beyond what is heard: clocks differ a little.
  private static let ahead = SampleTime(seconds: 5)

  private let channel: WordChannel
  let listener: LiveListener
  private var faults = 0
  private var firstFault = ""
  private var heard = 0
  private let recognition: LiveRecognition?
  private var pieces: SpeechPieces
  private let rate: Int
  /// Whether the recognizer is the engine's: audio that waits, or a thread that is over.
  private var isOwn: Bool
  private var leftOut = 0
  /// Whether the words may be those of a whole recording, which are there before it is heard.
  private let isRecording: Bool

  /// Creates the intake of a call; `waits` where its audio waits for words.
  init(
    _ words: LiveWords, settings: TurnSettings, rate: EngineRate, waits: Bool, isRecording: Bool
  ) {
    channel = words.channel
    self.isRecording = isRecording
    recognition = words.recognition
    pieces = SpeechPieces(rate: rate)
    self.rate = rate.rawValue
    isOwn = waits
    listener = LiveListener(
      source: words.source, language: words.language, acts: words.acts, settings: settings)
    guard let recognition else { return }
    listener.follow = { [unowned self] step in self.hear(step) }
    // Audio that waits has each stretch recognised in its place.
    guard !waits else { return }
    do {
      _ = try OwnThread(RecognitionWork(recognition, channel), name: "recognizer")
    } catch {
      channel.put(.over(LiveCallError(systemError: error.systemError).description))
    }
  }

  /// Takes the next samples of both parties, which only a recognizer hears; before their events.
  func add(agent: [Float], customer: [Float], samples: Int) {
    guard recognition != nil else { return }
    agent.withUnsafeBufferPointer { agent in
      customer.withUnsafeBufferPointer { customer in
        pieces.add(
          agent: UnsafeBufferPointer(rebasing: agent[..<samples]),
          customer: UnsafeBufferPointer(rebasing: customer[..<samples]))
      }
    }
  }

  /// Passes over samples that nobody may hear.
  func addSilence(samples: Int) {
    guard recognition != nil else { return }
    let silence = [Float](repeating: 0, count: samples)
    add(agent: silence, customer: silence, samples: samples)
  }

  /// No more audio comes, so that a recognizer has the rest of its work before it.
  func endAudio() { recognition?.end() }

  private func hear(_ step: LiveListener.Step) {
    switch step {
    case .event(let event): pieces.take(event, hear: recognize)
    case .time(let now): pieces.cutLongSpeech(at: now, hear: recognize)
    }
  }

  private func recognize(
    _ party: Party, _ interval: Interval, _ samples: UnsafeBufferPointer<Float>
  ) {
    guard let recognition else { return }
    if isOwn {
      let words = recognition.words(in: samples, at: interval, rate: rate)
      heard += words.count
      listener.hear(words, of: party, through: interval.end)
    } else if !recognition.put(party, interval, samples, rate: rate) {
      leftOut += 1
    }
  }

  deinit { channel.close() }

  /// Whether words may still come.
  var isOpen: Bool { listener.awaitsWords && !(isOwn && recognition != nil) }

  /// Takes what has come by now, and says what the user should know.
  func take(at now: SampleTime, say: (String) -> Void) {
    while let delivery = channel.take() {
      switch delivery {
      case .words(let party, let words, let time, let line):
        if !isRecording, let line, time > now + Self.ahead {
          note(
            "line \(line): nobody can have spoken at \(time.seconds) s yet; "
              + "write seconds since the session line",
            say: say)
          break
        }
        heard += words.count
        let end = isRecording ? time : min(time, now - listener.offset)
        listener.hear(words, of: party, through: end)
      case .fault(let problem): note(problem, say: say)
      case .over(let problem):
        listener.endWords()
        if recognition != nil, problem == nil { isOwn = true }
        if let problem { say("words: they cannot be read any more: \(problem)") }
      }
    }
    for notice in listener.takeNotices() { say(notice) }
  }

  /// Counts a line that is left out, and says so of the first.
  private func note(_ problem: String, say: (String) -> Void) {
    faults += 1
    guard faults == 1 else { return }
    firstFault = problem
    say("words: \(problem)")
  }

  /// What the summary should say of the words.
  var notes: [String] {
    var notes: [String] = []
    if faults == 1 { notes.append("a line of words was left out: \(firstFault)") }
    if faults > 1 {
      notes.append("\(faults) lines of words were left out, the first of them \(firstFault)")
    }
    if leftOut > 0 {
      notes.append(
        "\(leftOut) stretches of speech were not recognized: the recognizer was too slow")
    }
    if heard == 0 { notes.append("no words came") }
    return notes
  }
}
