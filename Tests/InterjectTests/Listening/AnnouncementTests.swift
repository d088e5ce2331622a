import Conversation
import Foundation
import Interject
import TestSignals
import Testing

/// "This call may be recorded" on both channels before the first words is nobody's talk.
@Suite struct AnnouncementTests {
  private struct Heard {
    var events: [Event] = []
    var summary: Summary

    var starts: [Double] {
      events.compactMap { if case .callStarted(let start) = $0.kind { start.seconds } else { nil } }
    }

    var warnings: Int { events.count { if case .warning = $0.kind { true } else { false } } }
  }

  private static let rate = 8000

  /// The channels of a sample call: words of 16 bits behind a header of 44 bytes.
  private static func sample() throws -> PartyPair<[Float]> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "samples/support-call.wav"))
    var channels = PartyPair(repeating: [Float]())
    for index in stride(from: 44, to: data.count - 3, by: 4) {
      let words = (0..<2).map { word -> Int16 in
        let place = index + 2 * word
        return Int16(bitPattern: UInt16(data[place]) | UInt16(data[place + 1]) << 8)
      }
      channels.agent.append(Float(words[0]) / 32768)
      channels.customer.append(Float(words[1]) / 32768)
    }
    return channels
  }

  private static func listen(_ channels: PartyPair<[Float]>) -> Heard {
    var session = ListeningSession(rate: .narrow, isRecording: true)
    var events: [Event] = []
    session.process(agent: channels.agent.span, customer: channels.customer.span) {
      events.append($0)
    }
    session.finish { events.append($0) }
    return Heard(events: events, summary: session.summary)
  }

  /// Five seconds of the agent's words on both channels, a second of the room, and then the call.
  private static func announced(
    _ call: PartyPair<[Float]>, gain: Float = 1, lateBy delay: Int = 0
  ) -> PartyPair<[Float]> {
    var noise = NoiseSource(seed: 11)
    func room(_ count: Int) -> [Float] { (0..<count).map { _ in Float(0.0005 * noise.next()) } }
    let words = call.agent[Int(35.5 * 8000)..<Int(40.5 * 8000)]
    var result = PartyPair(repeating: [Float]())
    for party in Party.allCases {
      let isLate = party == .customer
      var sound = [Float](repeating: 0, count: isLate ? delay : 0)
      sound += words.map { $0 * (isLate ? gain : 1) }
      sound += [Float](repeating: 0, count: rate - (isLate ? delay : 0))
      result[party] = zip(sound, room(sound.count)).map { $0 + $1 } + call[party]
    }
    return result
  }

  @Test(arguments: [Float(1), -1, 0.85]) func itCountsAsNobodysTalkAndTheCallStaysAsItWas(
    gain: Float
  ) throws {
    let call = try Self.sample()
    let plain = Self.listen(call)
    let heard = Self.listen(Self.announced(call, gain: gain))
    #expect(heard.summary.reliable)
    #expect(heard.warnings == 0)
    let note = "5 s at the start on both channels were taken for an announcement"
    #expect(heard.summary.notes == [note] + plain.summary.notes)
    let start = try #require(heard.starts.first)
    #expect(abs(start - 6 - (plain.starts.first ?? 0)) < 0.1)
    for party in Party.allCases {
      let (before, after) = (
        plain.summary.metrics.parties[party], heard.summary.metrics.parties[party]
      )
      #expect(abs(after.talk.seconds - before.talk.seconds) < 0.5)
      #expect(after.interruptions.total == before.interruptions.total)
    }
    let opening = try #require(heard.summary.metrics.openingStatement)
    let known = try #require(plain.summary.metrics.openingStatement)
    #expect(abs(opening.interval.start.seconds - 6 - known.interval.start.seconds) < 0.1)
  }

  @Test func oneRecordingSavedAsTwoChannelsIsNoAnnouncement() throws {
    let call = try Self.sample()
    let mixed = zip(call.agent, call.customer).map { $0 + $1 }
    let heard = Self.listen(PartyPair(repeating: mixed))
    #expect(!heard.summary.reliable)
    #expect(heard.events.contains { $0.kind == .warning(.identicalChannels, nil) })
  }

  @Test func aLoudLeakOfTheFirstWordsIsNoAnnouncement() throws {
    var call = try Self.sample()
    for index in call.customer.indices { call.customer[index] += 0.2 * call.agent[index] }
    let heard = Self.listen(call)
    let first = heard.events.lazy.compactMap { event in
      if case .speech(.agent, let interval) = event.kind { interval.start.seconds } else { nil }
    }.first
    #expect(try #require(first) < 1)
  }

  /// The echo of a telephone line and one's own voice in the headset come at once, 4 to 8 dB fainter.
  @Test(arguments: [Float(0.63), 0.5, 0.4]) func anEchoWithoutDelayIsNoAnnouncement(
    gain: Float
  ) throws {
    var call = try Self.sample()
    let plain = Self.listen(call)
    for index in call.customer.indices { call.customer[index] += gain * call.agent[index] }
    let heard = Self.listen(call)
    let talk = heard.summary.metrics.parties.agent.talk.seconds
    #expect(talk > plain.summary.metrics.parties.agent.talk.seconds - 0.5)
    #expect(!heard.summary.notes.contains { $0.contains("announcement") })
  }

  @Test(arguments: [13, 20]) func aCallMixedIntoBothChannelsAtFirstIsDoubtful(seconds: Int) throws {
    var call = try Self.sample()
    for index in 0..<seconds * Self.rate {
      let mixed = 0.7 * (call.agent[index] + call.customer[index])
      call.agent[index] = mixed
      call.customer[index] = mixed
    }
    let heard = Self.listen(call)
    #expect(!heard.summary.reliable)
    // What lasts for 20 s is warned of then, and the note says what it came to.
    let isWarned = heard.events.contains { $0.kind == .warning(.identicalChannels, nil) }
    #expect(isWarned == (seconds == 20))
    #expect(heard.summary.notes.contains { $0.hasPrefix("10 s at the start on both channels") })
  }

  /// After half a minute without the customer levels are measured anew, and no call begins with it.
  @Test func whatIsOnBothChannelsInsideACallIsNoAnnouncement() throws {
    let call = try Self.sample()
    var long = call
    for party in Party.allCases { long[party] += [Float](repeating: 0, count: 40 * Self.rate) }
    let (alone, parted) = (Self.listen(call), Self.announced(call))
    for party in Party.allCases { long[party] += parted[party] }
    let talk = Self.listen(long).summary.metrics.parties.agent.talk.seconds
    #expect(talk > 2 * alone.summary.metrics.parties.agent.talk.seconds + 3)
  }
}
