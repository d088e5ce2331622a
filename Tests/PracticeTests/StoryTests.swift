import Conversation
import Practice
import SoundFixtures
import TestSignals
import Testing

/// Stories from the program, from text and from recordings.
@Suite struct StoryTests {
  @Test func theBuiltInStoriesAreWhole() throws {
    #expect(StoryLibrary.names.count == 3)
    for name in StoryLibrary.names {
      let story = try StoryLibrary.story(name)
      #expect(story.facts.count == 5)
      #expect(!story.opening.isEmpty)
      #expect(story.whenSilent != nil && story.whenInterrupted != nil)
      for piece in story.pieces {
        let loudest = story.samples[piece.line.sound].lazy.map(abs).max() ?? 0
        #expect(loudest > 0.05 && loudest <= 1, "\(name): \(piece.name)")
        #expect(piece.line.length < SampleTime(seconds: 12), "\(name): \(piece.name)")
      }
      // Every piece can be reached, and the story ends.
      let reached = story.pieces.flatMap { [$0.next, $0.encouraged].compactMap(\.self) }
      #expect(Set(reached).union([0]).count == story.pieces.count)
      #expect(story.pieces.last?.next == nil)
      #expect(story.pieces.contains { $0.encouraged != nil })
      #expect(story.pieces.contains { $0.level == .hard })
      // What can be said back is told.
      let told = story.pieces.map(\.line.text).joined(separator: " ").lowercased()
      for fact in story.facts {
        #expect(fact.words.allSatisfy { $0.contains { told.contains($0) } }, "\(name): \(fact)")
      }
    }
  }

  @Test func aStoryIsReadFromTextAndItsRecording() throws {
    let folder = try TemporaryFolder()
    let samples = SpeechLikeSignal(rate: 16_000, bursts: [0...3]).samples(seconds: 3)
    try wave(samples, as: "told.wav", folder)
    try write(
      """
      title = "Told"
      sound = "told.wav"
      [piece.one]
      end = 1
      pause = 0.4
      encouraged = "three"
      [piece.two]
      text = "two"
      begin = 1
      end = 2
      level = "hard"
      next = "end"
      [piece.three]
      begin = 2
      after = "answer"
      interrupted = "one"
      [reaction.silence]
      begin = 0.5
      end = 1
      [fact.two]
      words = "Two|twice, week"
      """, as: "told.toml", folder)
    let story = try StoryLibrary.story(folder.path("told.toml"))
    #expect(story.name == "told" && story.title == "Told")
    #expect(story.pieces.map(\.line.sound) == [0..<16_000, 16_000..<32_000, 32_000..<48_000])
    #expect(story.pieces[0].continuation == .pause(SampleTime(seconds: 0.4)))
    #expect(story.pieces[1].continuation == .pause(SampleTime(seconds: 0.5)))
    #expect(story.pieces[2].continuation == .answer)
    #expect(story.pieces.map(\.next) == [1, nil, nil])
    #expect(story.pieces[0].encouraged == 2 && story.pieces[2].interrupted == 0)
    #expect(story.whenSilent?.length == SampleTime(seconds: 0.5))
    #expect(story.facts == [StoryFact(text: "two", words: [["two", "twice"], ["week"]])])
  }

  @Test(arguments: [
    ("title = \"x\"", "has no [piece.NAME]"),
    ("[piece.a]\ntext = 3", ":2: text must be text in quotes"),
    ("[piece.a]\nwords = \"x\"", ":2: there is no \"words\" in [piece.NAME]"),
    ("colour = \"x\"", ":1: \"colour\" does not belong in a story"),
    ("[reaction.joy]\ntext = \"x\"", ":2: there is no reaction \"joy\""),
    ("[piece.a]\nsound = \"s.wav\"\npause = 60", ":3: pause must be a number from 0.0 to 10.0"),
    ("[piece.a]\nsound = \"s.wav\"\npause = 1\nafter = \"answer\"", ":4: after must be"),
    ("[piece.a]\nsound = \"s.wav\"\nlevel = \"steep\"", ":3: level must be"),
    ("[piece.a]\nsound = \"s.wav\"\nnext = \"b\"", ":3: next must be the name of a piece"),
    ("[piece.a]\nsound = \"s.wav\"\nbegin = 0.95", "has less than 0.1 s of s.wav"),
    ("[piece.a]\npause = 1", "[piece.a] has neither text nor sound"),
    ("[piece.a]\nsound = \"s.wav\"\n[fact.b]\ntext = \"x\"", "[fact.b] has no words"),
    ("[piece.a\n", ":1: "),
  ])
  func namesTheLineOfWhatIsWrong(_ text: String, _ said: String) throws {
    let folder = try TemporaryFolder()
    try wave([Float](repeating: 0.1, count: 16_000), as: "s.wav", folder)
    try write(text, as: "bad.toml", folder)
    let error = #expect(throws: StoryError.self) {
      try StoryLibrary.story(folder.path("bad.toml"))
    }
    #expect(error?.code == .notStory)
    #expect("\(error.map { "\($0)" } ?? "")".contains(said), "\(error.map { "\($0)" } ?? "")")
  }

  @Test func thereIsNoSuchStory() {
    let error = #expect(throws: StoryError.self) { try StoryLibrary.story("nowhere") }
    #expect(error?.code == .notFound)
    #expect(error?.description.contains("late-parcel") == true)
  }

  @Test func thePausesOfARecordingAreThePlacesToListen() throws {
    let folder = try TemporaryFolder()
    let signal = SpeechLikeSignal(
      rate: 16_000, bursts: [0.5...3, 3.7...6, 8.5...11], pitch: 110)
    try wave(signal.samples(seconds: 12), as: "customer.wav", folder)
    let story = try StoryLibrary.story(folder.path("customer.wav"))
    #expect(story.name == "customer.wav")
    #expect(story.pieces.count == 3)
    guard case .pause(let own) = story.pieces[0].continuation else {
      Issue.record("the first pause is the customer's own")
      return
    }
    #expect(abs(own.seconds - 0.7) < 0.15)
    #expect(story.pieces[1].continuation == .answer)
    #expect(story.pieces[2].continuation == .answer && story.pieces[2].next == nil)
    #expect(abs(story.pieces[2].line.length.seconds - 2.6) < 0.2)
  }

  @Test func aRecordingWithoutSpeechIsNoStory() throws {
    let folder = try TemporaryFolder()
    try wave([Float](repeating: 0, count: 32_000), as: "silent.wav", folder)
    #expect(throws: StoryError.self) { try StoryLibrary.story(folder.path("silent.wav")) }
  }

  private func write(_ text: String, as name: String, _ folder: TemporaryFolder) throws {
    _ = try folder.write(Array(text.utf8), as: name)
  }

  private func wave(_ samples: [Float], as name: String, _ folder: TemporaryFolder) throws {
    _ = try folder.write(WaveBytes(rate: 16_000, channels: 1, floats: samples).bytes, as: name)
  }
}
