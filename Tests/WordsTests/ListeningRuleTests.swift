import Conversation
import Testing

@testable import Words

@Suite("Rules of listening acts")
struct ListeningRuleTests {
  /// A call in lines such as `A 1.0 Good morning.`; words take 0.3 s each.
  private static func find(
    _ lines: [String], table: PhraseTable = .standard, language: String? = "en"
  ) -> (events: [WordEvent], wording: CallWording) {
    var words = PartyPair<[Word]>(repeating: [])
    var speech = PartyPair<[Interval]>(repeating: [])
    for line in lines {
      let fields = line.split(separator: " ")
      let party: Party = fields[0] == "A" ? .agent : .customer
      let start = Double(fields[1]) ?? 0
      for (index, text) in fields.dropFirst(2).enumerated() {
        let begin = start + 0.3 * Double(index)
        words[party].append(
          Word(
            String(text),
            Interval(start: SampleTime(seconds: begin), end: SampleTime(seconds: begin + 0.3))))
      }
      speech[party].append(
        Interval(
          start: SampleTime(seconds: start),
          end: SampleTime(seconds: start + 0.3 * Double(fields.count - 2))))
    }
    return ListeningActs(table: table, keepsText: true).find(
      in: words, speech: speech, language: language, source: "test")
  }

  private static func questions(_ lines: [String]) -> [(isOpen: Bool, answer: Double?)] {
    find(lines).events.compactMap { event in
      if case .question(.agent, _, let isOpen, let answer, _) = event {
        (isOpen, answer?.seconds)
      } else {
        nil
      }
    }
  }

  @Test("An answer's length leaves the asker's acknowledgements out")
  func answer() {
    let found = Self.questions([
      "A 1.0 What happened?", "C 2.0 The lid broke off when I", "A 4.3 Uh-huh.",
      "C 5.0 opened it.", "A 7.0 I see, thank you.", "C 9.0 Fine.",
    ])
    #expect(found.count == 1)
    #expect(found.first?.isOpen == true)
    #expect(abs((found.first?.answer ?? 0) - 2.4) < 0.01)
    #expect(Self.questions(["A 1.0 Are you there?"]).first?.answer == nil)
  }

  @Test("What, how and why alone make no open question")
  func strictlyOpen() {
    for text in [
      "What was your last name?", "How long have you had it?", "What time was that?",
      "How do you spell that?", "Which one is it?",
    ] {
      #expect(Self.questions(["A 1.0 \(text)"]).map(\.isOpen) == [false], "\(text)")
    }
  }

  @Test("Fillers with a question mark ask nothing")
  func fillers() {
    #expect(Self.questions(["A 1.0 You know?", "A 4.0 Right?"]).isEmpty)
  }

  @Test(
    "Numbers come back however they are said",
    arguments: [
      ("four four seven one", "Four four seven one."), ("a hundred and forty", "140 now."),
      ("half past nine", "So nine thirty."), ("ten past eight", "At eight ten."),
      ("thirty one", "Number 31."), ("eight three five five one six", "Ending 5516."),
    ])
  func numbers(said: String, again: String) {
    let found = Self.find(["C 1.0 It is \(said) .", "A 5.0 \(again)"])
    #expect(found.wording.parties.agent.playbacks == 1)
  }

  @Test("A small count that comes up by itself, or after 15 s, is no playback")
  func noPlayback() {
    #expect(
      Self.find(["C 1.0 I have two dogs.", "A 5.0 Two minutes please."]).wording.parties.agent
        .playbacks == 0)
    #expect(
      Self.find(["C 1.0 The kettle is broken.", "A 30.0 The kettle is broken."]).wording.parties
        .agent.playbacks == 0)
  }

  @Test("The facts that the agent said later are counted once each")
  func facts() {
    let wording = Self.find([
      "C 1.0 On Tuesday the twelfth I paid 140 to Fastmail.", "A 6.0 On Tuesday 140.",
      "A 40.0 So 140, right?",
    ]).wording
    #expect(wording.facts == 4)
    #expect(wording.repeatedFacts == 2)
  }

  @Test("A start in a pause counts where the sentence was open, and only then")
  func cuts() {
    func cuts(_ lines: [String]) -> Int { Self.find(lines).wording.parties.agent.cutsInPause }
    let open = "C 1.0 I went there because my"
    #expect(cuts([open, "A 3.2 Let me look."]) == 1)
    #expect(cuts([open, "A 3.2 Uh-huh."]) == 0)
    #expect(cuts([open, "A 5.0 Let me look."]) == 0)
    #expect(cuts([open, "A 2.0 Let me look."]) == 0)
    #expect(cuts(["C 1.0 I went there because of him.", "A 3.2 Let me look."]) == 0)
  }

  @Test("Who asks the other to go on cuts nobody off")
  func invitationsAreNoCuts() {
    let open = "C 1.0 I went there because my"
    for words in ["Mm, go on.", "Take your time.", "I'm listening."] {
      let found = Self.find([open, "A 3.2 \(words)"]).wording.parties.agent
      #expect(found.cutsInPause == 0 && found.phrases[.invitation] == 1, "\(words)")
    }
  }

  @Test("What acknowledges in a phrase cuts nobody off, be its first word one that does alone")
  func acknowledgingPhrases() {
    let open = "C 1.0 I went there because my"
    for words in ["Oh dear.", "Oh no.", "Good grief.", "Oh dear, I see.", "Okay, of course, yes."] {
      let found = Self.find([open, "A 3.2 \(words)"]).wording.parties.agent
      #expect(found.cutsInPause == 0 && found.phrases[.acknowledgement] == 1, "\(words)")
    }
    for words in ["Oh dear, what number is it?", "I see the number here now."] {
      #expect(Self.find([open, "A 3.2 \(words)"]).wording.parties.agent.cutsInPause == 1)
    }
  }

  @Test("An exception of the acknowledging phrases holds")
  func exceptionsOfAcknowledgement() throws {
    let table = try PhraseTable("[acknowledgement]\ni know/see\n!i know")
    func count(_ words: String) -> Int? {
      Self.find(["A 1.0 \(words)"], table: table).wording.parties.agent.phrases[.acknowledgement]
    }
    #expect(count("I see.") == 1 && count("I know.") == nil)
  }

  @Test(
    "Sentences that look like an act and are none",
    arguments: [
      "You have been very rude to my colleague.", "You've been really unhelpful.",
      "You did not enter it right.", "You have done nothing right.",
      "If you do not cancel, you will be charged again.", "What happens to my data?",
      "This happens all the time with your firm.", "I will make sure you regret this.",
      "Is everything under control?", "Did you get a letter from the bank?",
      "Did you hear from them?", "No, we will not be in touch.", "I will not come back to you.",
      "You should apologise to my wife.", "I do not apologise.",
      "I feel awful, I have had the flu.",
      "Please restart it one more time.", "You did not get that discount.",
      "It is a bit slower until Friday.", "I will let you get your card.",
      "I'm following up on your ticket.", "I'm with the billing team.",
      "You go to the settings page.", "Continue to the second page.", "We do carry that model.",
      "Once you finish the form, send it.", "You keep going past the roundabout.",
      "Nobody would talk to me.", "He never lets you finish.", "Go on the website and register.",
    ])
  func nearMisses(_ words: String) {
    let found = Self.find(["A 1.0 \(words)"]).wording.parties.agent
    #expect(found.phrases.isEmpty, "\(found.phrases)")
  }

  @Test(
    "Closed questions are not open ones",
    arguments: [
      "Would you like to hear about our new tariff?", "Could you tell me the full postcode?",
      "Did the engineer explain what it was?", "How is the parcel going to be paid for?",
      "How are you getting home?",
    ])
  func closedQuestions(_ words: String) {
    let found = Self.find(["A 1.0 \(words)"]).wording.parties.agent
    #expect(found.questions == 1 && found.openQuestions == 0)
  }

  @Test("A cut counts although the other goes on with its sentence right after it")
  func cutsWithinASentence() {
    func found(_ second: String) -> CallWording {
      Self.find(["C 1.0 I went there because my", "A 3.2 Number?", second]).wording
    }
    let after = found("C 3.6 car broke down.")
    #expect(after.parties.agent.cutsInPause == 1 && after.parties.customer.openPauses == 1)
    // Without a pause it is no start in one.
    #expect(found("C 2.9 car broke down.").parties.agent.cutsInPause == 0)
  }

  @Test("Of other languages only what needs no rules is told, and why")
  func otherLanguages() {
    let lines = ["A 1.0 Guten Tag.", "C 3.0 Was kostet das?"]
    let named = Self.find(lines, language: "de-DE")
    #expect(!named.wording.hasActs)
    #expect(named.wording.withheld.count == 1)
    #expect(named.wording.parties.customer.words == 3)
    #expect(named.events.count == 2)
    let long = Self.find(
      [
        "C 1.0 ich habe seit drei wochen keine rechnung mehr bekommen obwohl ich jeden monat "
          + "pünktlich bezahle und das ist nun wirklich sehr ärgerlich"
      ], language: nil)
    #expect(!long.wording.hasActs)
  }

  @Test("The call is closed when the agent closes it at its end")
  func closed() {
    let hour = "A 1.0 Hello there."
    #expect(Self.find([hour, "A 50.0 Have a great day."]).wording.isClosed == true)
    #expect(
      Self.find(["A 1.0 Have a great day.", "C 50.0 Wait a moment."]).wording.isClosed == false)
  }

  @Test("Only what was asked for keeps its text")
  func texts() {
    let words = [Word("Thanks.", Interval(start: .zero, end: SampleTime(seconds: 1)))]
    let found = ListeningActs().find(
      in: PartyPair(agent: words, customer: []),
      speech: PartyPair(agent: [Interval(start: .zero, end: SampleTime(seconds: 1))], customer: []),
      source: "test")
    #expect(
      found.events.contains(
        .utterance(
          .agent, Interval(start: .zero, end: SampleTime(seconds: 1)), words: 1, text: nil)))
  }

  @Test("A user's table replaces the standard one")
  func ownTable() throws {
    let table = try PhraseTable("[thanks]\n^much obliged\n! obliged to\n")
    let wording = Self.find(
      ["A 1.0 Much obliged.", "A 4.0 Much obliged to you.", "A 9.0 Thank you."], table: table
    ).wording
    #expect(wording.parties.agent.phrases == [.thanks: 1])
  }

  @Test("A fault in a table names its line")
  func tableFaults() {
    for (text, line) in [("[manners]", 1), ("thanks", 1), ("[thanks]\n\n... ^", 3)] {
      #expect(throws: PhraseTableError.self) { try PhraseTable(text) }
      do { _ = try PhraseTable(text) } catch { #expect(error.line == line) }
    }
  }

  @Test("The standard table reads without a fault and knows every kind")
  func standard() throws {
    let table = try PhraseTable(PhraseTable.standardText)
    #expect(table == .standard)
    for kind in PhraseKind.allCases where kind != .acknowledgement {
      #expect(table.rules[.phrases(kind)]?.hits.isEmpty == false)
    }
  }
}
