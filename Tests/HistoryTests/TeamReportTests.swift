import Conversation
import Foundation
import Pages
import Preferences
import Reporting
import Testing

@testable import History

struct TeamReportTests {
  private static let monday = Date(timeIntervalSince1970: 1_788_134_400)

  /// A call of six minutes.
  private func call(
    _ name: String, agent: String?, day: Int = 0, taken: Int = 1, kind: String? = nil
  ) -> TeamCall {
    TeamCall(
      name: name, file: "\(name).json", source: "\(name).wav", agent: agent, kind: kind,
      started: Self.monday + Double(day) * 86_400, isReliable: true, duration: 360,
      talk: PartyPair(agent: 180, customer: 120), customerTurns: 20,
      flags: (0..<taken).map {
        TeamFlag(start: Double($0) * 10, tookTurn: true, failed: false, salience: 0.6)
      },
      customerTaken: 0, contested: nil, backchannels: 4, responses: 10, wait: 0.5, deadAir: 6,
      openingHeard: true, monologues: 0,
      strengths: [TeamStrength(text: "You let the customer finish.", start: 3, count: 2)])
  }

  private func calls(_ agent: String?, _ count: Int, taken: Int = 1, kind: String? = nil)
    -> [TeamCall]
  {
    (0..<count).map {
      call(
        "\(agent ?? "nobody")-\($0)-\(kind ?? "")", agent: agent, day: $0, taken: taken, kind: kind)
    }
  }

  private func report(_ calls: [TeamCall], _ request: TeamReport.Request) -> TeamReport {
    TeamReport(calls, request, in: .universal)
  }

  @Test("by default nobody is named, and calls are numbered")
  func nobody() {
    let report = report(calls("Ada", 10) + calls("Ben", 10), .init())
    #expect(report.members.isEmpty && report.numbered.count == 20)
    #expect(!report.moments.isEmpty && report.moments.allSatisfy { $0.agent == nil })
    #expect(report.moments.allSatisfy { $0.call.hasPrefix("call ") })
    for text in [
      TeamText(report).lines.joined(), TeamTables.csv(report),
      String(decoding: TeamTables.json(report), as: UTF8.self),
      String(decoding: TeamPage(report, version: "1").bytes, as: UTF8.self),
    ] {
      #expect(!text.contains("Ada") && !text.contains("Ben"))
    }
    #expect(TeamTables.key(report).contains("call 1,Ada-0-,Ada-0-.json"))
  }

  @Test("a team's report leads to the commands of the program that writes it")
  func commands() {
    let report = report(calls("Ada", 10) + calls("Ben", 10), .init())
    let commands = ReaderCommands(
      events: "", review: "listen", sample: "draw", evaluation: "", comparison: "",
      answers: "the answers", numbers: "The key")
    let text = TeamText(report, commands: commands).lines.joined(separator: "\n")
    let page = String(
      decoding: TeamPage(report, version: "1", commands: commands).bytes, as: UTF8.self)
    let check = "draw makes a page for judging a sample by ear; add the answers with the answers."
    #expect(text.contains(check) && page.contains(check))
    #expect(page.contains("The key, which says which they are.") && page.contains(": listen makes"))
    let without = String(decoding: TeamPage(report, version: "1").bytes, as: UTF8.self)
    #expect(without.contains("Not yet checked on your calls.") && !without.contains("makes a page"))
  }

  @Test("no group of fewer than five calls or twenty minutes is shown")
  func smallGroups() {
    let named = TeamReport.Request(people: .named)
    let few = report(calls("Ada", 10) + calls("Ben", 4), named)
    #expect(few.members.map(\.name) == ["Ada"] && few.hidden == 1)
    #expect(few.whole?.calls == 14)
    var short = calls("Ben", 5)
    for index in short.indices { short[index].duration = 200 }
    #expect(report(calls("Ada", 10) + short, named).hidden == 1)
    let tiny = report(calls("Ada", 4), named)
    #expect(tiny.whole == nil && tiny.members.isEmpty && tiny.moments.isEmpty && tiny.weeks.isEmpty)
    #expect(!TeamText(tiny).lines.joined().contains("Ada"))
    #expect(few.weeks.allSatisfy { ($0.figures == nil) == ($0.calls < 5) })
  }

  @Test("of a person who asks for their own calls nobody else is named")
  func own() {
    let report = report(calls("Ada", 10) + calls("Ben", 10), .init(people: .own("Ada")))
    #expect(report.members.map(\.name) == ["Ada"])
    let page = String(decoding: TeamPage(report, version: "1").bytes, as: UTF8.self)
    #expect(!TeamTables.csv(report).contains("Ben"))
    #expect(!page.contains("Ben"))
    #expect(report.moments.isEmpty && !report.allMoments.contains { $0.call.contains("Ben") })
    let text = TeamText(report).lines.joined(separator: "\n")
    #expect(!text.contains("Ben") && text.contains("Your moments to listen to"))
    let few = self.report(calls("Ada", 2) + calls("Ben", 10), .init(people: .own("Ada")))
    #expect(TeamText(few).lines.contains { $0.hasPrefix("Ada has fewer than 5 calls") })
  }

  @Test("a person's own report marks them as the team's does, corrected for all its agents")
  func ownMark() {
    var corrections = 0
    for extra in 0...10 {
      func calls(_ agent: String, of name: String?, extra: Int) -> [TeamCall] {
        (0..<10).map { index in
          call(
            "\(agent)-\(index)", agent: name, day: index,
            taken: index % 3 + (index < extra ? 1 : 0))
        }
      }
      let colleagues = ["Ben", "Cem", "Dua", "Eva", "Fay", "Gil", "Hal"]
      let ada = calls("Ada", of: "Ada", extra: extra)
      let team = ada + colleagues.flatMap { calls($0, of: $0, extra: 0) }
      let own = report(team, .init(people: .own("Ada"))).members.first?.mark
      let named = report(team, .init(people: .named)).members.first { $0.name == "Ada" }?.mark
      #expect(own == named)
      // Beside calls that name nobody there is but one comparison, and nothing to correct for.
      let nameless = ada + colleagues.flatMap { calls($0, of: nil, extra: 0) }
      if report(nameless, .init(people: .named)).members.first?.mark != own { corrections += 1 }
    }
    #expect(corrections > 0)
  }

  @Test("pseudonyms stand for names everywhere and are kept")
  func pseudonyms() throws {
    var random = SystemRandomNumberGenerator()
    var names = try #require(Pseudonyms(table: ""))
    names.add(["Ada", "Ben", "Ada"], using: &random)
    #expect(
      names.hasNew && Set(["Agent 1", "Agent 2"]) == [names["Ada"] ?? "", names["Ben"] ?? ""])
    var again = try #require(Pseudonyms(table: names.table))
    again.add(["Cleo", "Ada"], using: &random)
    #expect(again["Ada"] == names["Ada"] && again["Cleo"] == "Agent 3")
    #expect(Pseudonyms(table: "name\nAda") == nil)
    #expect(Pseudonyms(table: "agent,pseudonym\nAda,x\nBen,x") == nil)
    let report = report(
      calls("Ada", 10) + calls("Ben", 10), .init(people: .named, pseudonyms: names))
    #expect(report.members.map(\.name) == ["Agent 1", "Agent 2"])
    let page = String(decoding: TeamPage(report, version: "1").bytes, as: UTF8.self)
    #expect(!page.contains("Ada") && !page.contains("Ben"))
  }

  @Test("flags marked as wrong are in no figure, and the figures with them are told")
  func disputes() {
    let mark = ReviewAnswer(
      call: "Ada-0-", source: "Ada-0-.wav", agent: "Ada", party: "agent", start: 0.01, id: 1,
      outcome: "floor_taken", stratum: .flag, answer: .no, why: "I agreed")
    let marks = ReviewAnswers(
      interject: "answers", schema: 1, kind: .contest, reviewer: nil, population: nil,
      answers: [mark])
    let report = report(calls("Ada", 12), .init(people: .named, answers: [marks]))
    #expect(report.whole?.taken == 11 && report.whole?.disputed == 1)
    #expect(report.undisputed?.taken == 12 && report.unmatched == 0)
    var elsewhere = mark
    elsewhere.source = "Eve.wav"
    var moved = mark
    moved.start = 5
    let others = ReviewAnswers(
      interject: "answers", schema: 1, kind: .contest, reviewer: nil, population: nil,
      answers: [mark, elsewhere, moved])
    #expect(self.report(calls("Ada", 12), .init(answers: [others])).unmatched == 2)
    let text = TeamText(report).lines.joined(separator: "\n")
    #expect(text.contains("with them the turn was taken 12 times, without them 11 times"))
    #expect(text.contains("Not yet checked on your calls"))
    #expect(
      ReviewText([marks]).lines.joined(separator: "\n").contains("Ada-0- 0:00 agent: I agreed"))
  }

  private func marks(_ calls: [TeamCall]) -> ReviewAnswers {
    ReviewAnswers(
      interject: "answers", schema: 1, kind: .contest, reviewer: nil, population: nil,
      answers: calls.flatMap { call in
        call.flags.map {
          ReviewAnswer(
            call: call.name, source: call.source, agent: call.agent, party: "agent",
            start: $0.start, id: 1, outcome: "floor_taken", stratum: .flag, answer: .no, why: nil)
        }
      })
  }

  @Test("who marks all flags as wrong is not praised for it")
  func noPraiseForMarks() throws {
    let ada = calls("Ada", 40)
    let all = ada + ["Ben", "Cleo"].flatMap { calls($0, 40) }
    #expect(report(all, .init(people: .named)).members.first?.mark == nil)
    let marked = report(all, .init(people: .named, answers: [marks(ada)]))
    let member = try #require(marked.members.first)
    #expect(member.figures.taken == 0 && member.figures.disputedTaken == 40)
    #expect(member.undisputed?.taken == 40 && member.mark == nil)
    #expect(marked.members.last?.undisputed == nil)
    let page = String(decoding: TeamPage(marked, version: "1").bytes, as: UTF8.self)
    #expect(page.contains("40 flags of agents marked as wrong"))
    // One who interrupts seldom anyway is marked as before.
    let rare = calls("Dan", 40, taken: 0)
    let few = report(all + rare, .init(people: .named, answers: [marks(Array(ada.prefix(1)))]))
    #expect(few.members.last?.mark == .less)
  }

  @Test("fewer interruptions by marks alone are no change for the better")
  func noChangeByMarks() throws {
    let all = (0..<56).map { call("c\($0)", agent: "Ada", day: $0, taken: 2) }
    let change = try #require(report(all, .init(answers: [marks(Array(all.suffix(28)))])).change)
    #expect(change.ratio < 0.5 && change.restsOnMarks && change.direction == .unclear)
  }

  @Test("an opening that a marked flag is said to have cut is in no figure")
  func disputedOpening() throws {
    var some = calls("Ada", 10)
    some[0].openingHeard = false
    some[0].opening = -1...0
    let report = report(some, .init(answers: [marks([some[0]])]))
    #expect(report.whole?.openings.heard == 9 && report.whole?.openings.all == 9)
    #expect(report.undisputed?.openings.all == 10)
  }

  @Test("without a strength a long turn of the customer that came to its end is a good moment")
  func heardOut() throws {
    var some = calls("Ada", 10)
    for index in some.indices {
      some[index].strengths = []
      some[index].heardOut = 20...(40 + Double(index))
    }
    let report = report(some, .init(people: .named))
    let good = report.moments.filter(\.isGood)
    #expect(good.count == 6 && report.moments.count == 12)
    #expect(good.first?.text == "The customer speaks for 29 s, and no interruption is flagged.")
    let clip = SoundClip(type: "audio/ogg", bytes: [1, 2, 3])
    let place = try #require(good.first?.place)
    let page = String(
      decoding: TeamPage(
        report, version: "1", clips: [place: clip], pages: [place.file: "../a%20b.html"]
      ).bytes, as: UTF8.self)
    #expect(page.contains("voices of agents and customers: 1 clip"))
    // The moment is the team's and the agent's; its sound is there once.
    #expect(page.split(separator: "data:audio/ogg;base64,AQID").count == 2)
    #expect(page.contains("<a href=\"../a%20b.html\">Ada-9-, 0:20</a>"))
    let nobody = TeamPage(
      self.report(some, .init()), version: "1", pages: [place.file: "../a%20b.html"])
    #expect(!String(decoding: nobody.bytes, as: UTF8.self).contains("href=\"../a"))
  }

  @Test("who has the hard calls is not marked for them")
  func kinds() {
    // Everybody takes the turn four times in a complaint and never else; Ada has the complaints.
    let others = ["Ben", "Cleo", "Dan"].flatMap {
      calls($0, 40, taken: 0, kind: "order") + calls($0, 10, taken: 4, kind: "complaint")
    }
    let all =
      others + calls("Ada", 5, taken: 0, kind: "order")
      + calls("Ada", 45, taken: 4, kind: "complaint")
    let plain = report(
      all.map { call in
        var call = call
        call.kind = nil
        return call
      }, .init(people: .named))
    #expect(plain.members.first?.mark == .more)
    let sorted = report(all, .init(people: .named, kind: "queue"))
    #expect(sorted.members.first?.mark == nil)
    #expect(sorted.members.first?.rest?.calls == 150)
    let page = String(decoding: TeamPage(sorted, version: "1").bytes, as: UTF8.self)
    #expect(page.contains("the rest, same kinds"))
    // Nobody but Ada has complaints that last.
    let alone = report(
      all.map { call in
        var call = call
        if call.agent == "Ada" { call.kind = "escalation" }
        return call
      }, .init(people: .named, kind: "queue"))
    #expect(alone.members.first?.rest == nil)
    #expect(TeamTables.csv(alone).contains("Ada,50"))
    #expect(String(decoding: TeamTables.json(alone), as: UTF8.self).contains("\"rest\":null"))
  }

  @Test("the last weeks are compared with those before")
  func change() throws {
    let early = (0..<28).map { call("e\($0)", agent: "Ada", day: $0, taken: 4) }
    let late = (28..<56).map { call("l\($0)", agent: "Ada", day: $0, taken: 1) }
    let change = try #require(report(early + late, .init()).change)
    #expect(change.weeks == 4 && change.direction == .down)
    #expect(abs(change.ratio - 0.25) < 0.02 && change.interval.contains(change.ratio))
    #expect(report(early, .init(weeks: 2)).change?.direction == .unclear)
  }

  @Test("associations are rank correlations, of twenty calls at least")
  func outcomes() throws {
    let table = try #require(
      OutcomeTable(
        table: "call,\"stars, of 5\",sold\r\n" + (0..<30).map { "c\($0),\($0),no\r\n" }.joined()))
    #expect(table.columns == ["stars, of 5", "sold"])
    let some = (0..<30).map { call("c\($0)", agent: nil, taken: 30 - $0) }
    let found = table.associations(with: some)
    let first = try #require(found.first)
    #expect(first.correlation == -1 && first.calls == 30)
    // What is always the same goes together with nothing.
    #expect(!found.contains { $0.outcome == "sold" || $0.measure == "the agent's usual wait" })
    #expect(table.associations(with: Array(some.prefix(19))).isEmpty)
    #expect(OutcomeTable(table: "call\n1") == nil && OutcomeTable(table: "call,a\n1,x") == nil)
    #expect(
      TeamAssociation.correlation([1, 2, 2, 4], [1, 3, 2, 4]).map { abs($0 - 0.9487) < 1e-4 }
        == true)
  }

  @Test("fields with separators survive a table, and formulas do not")
  func tables() {
    let rows = [["a,b", "c\"d"], ["e\nf", "=1+1"]]
    #expect(
      CommaSeparatedText.rows(CommaSeparatedText.text(rows))
        == [["a,b", "c\"d"], ["e\nf", "'=1+1"]])
    #expect(CommaSeparatedText.rows("\u{FEFF}a,b\n\nc") == [["a", "b"], ["c"]])
  }

  @Test("a report of analyze is read, and one with impossible figures is refused")
  func reading() throws {
    let json = { (talk: String) in
      Data(
        """
        {"session":{"source":"x.wav","call_id":"17","agent_id":"Ada","started":"2026-11-02T09:15:30Z",
        "labels":{"the_queue":"billing"}},"summary":{"reliable":true,"duration":60,"agent":{"talk":\(talk),
        "turns":3,"interruptions":{"floor_taken":1},"backchannels":2,"monologues":0,"responses":{"count":4,
        "median":0.3},"resumptions":{"total":3,"contested":2}},"customer":{"talk":20,"turns":4,
        "interruptions":{"floor_taken":1}},"dead_air":{"total":4},"opening_statement":{"completed":true},
        "guidance":[{"is_strength":true,"text":"Good.","count":1,"moments":[2.5]}]},"interruptions":[
        {"party":"agent","start":5,"outcome":"floor_taken","salience":0.7},
        {"party":"customer","start":9,"outcome":"floor_taken","salience":0.7}],"turns":[
        {"party":"customer","start":0,"end":12},{"party":"agent","start":12,"end":15},
        {"party":"customer","start":20,"end":30.5}]}
        """.utf8)
    }
    let call = try TeamCall(json: json("30"), file: "a/b.json", kind: "the_queue")
    #expect(call.name == "17" && call.agent == "Ada" && call.kind == "billing" && call.taken == 1)
    #expect(call.contested == 2 && call.customerTaken == 1 && call.customerTurns == 4)
    #expect(call.heardOut == 20...30.5 && call.opening == nil)
    #expect(call.strengths == [TeamStrength(text: "Good.", start: 2.5, count: 1)])
    #expect(throws: HistoryError.self) { try TeamCall(json: json("1e300"), file: "b.json") }
    #expect(throws: HistoryError.self) { try TeamCall(json: Data("{}".utf8), file: "b.json") }
    let doubtful = Data("{\"session\":{},\"summary\":{\"reliable\":false}}".utf8)
    #expect(try TeamCall(json: doubtful, file: "b.json").isReliable == false)
  }
}
