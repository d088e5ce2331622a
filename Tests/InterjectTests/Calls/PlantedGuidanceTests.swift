import Conversation
import Interject
import TestSignals
import Testing
import Wording

/// What is planted in a conversation is said of it, with its figure and its moments, and nothing else.
@Suite struct PlantedGuidanceTests {
  /// Sixty-five conversations: thirteen plants, each five times, many with another beside it.
  private static let seeds = 0..<65

  private struct Heard: Sendable {
    let conversation: PlantedConversation
    let lines: [GuidanceLine]
    let contradictions: [String]
  }

  private static func hear(_ seed: Int) -> Heard {
    let conversation = PlantedConversation(seed: seed)
    var events: [Event] = []
    let summary = SegmentAnalysis().run(conversation.segments, end: conversation.end) {
      events.append($0)
    }
    let found = Contradictions(
      events: events, metrics: summary.metrics, guidance: summary.guidance)
    return Heard(
      conversation: conversation, lines: summary.guidance, contradictions: found.found)
  }

  private static func hearAll() async -> [Heard] {
    await withTaskGroup(of: Heard.self) { group in
      for seed in seeds { group.addTask { hear(seed) } }
      var all: [Heard] = []
      for await one in group { all.append(one) }
      return all
    }
  }

  @Test func whatIsPlantedIsSaidAndNothingElse() async {
    var planted = (said: 0, all: 0)
    var absent = (said: 0, all: 0)
    var wrong: [String] = []
    for heard in await Self.hearAll() {
      let said = Set(heard.lines.map(\.rule))
      for rule in GuidanceRule.allCases where rule != .askedOpenly && rule != .cutInPause {
        let isPlanted = heard.conversation.expected[rule] != nil
        if isPlanted {
          planted.all += 1
          planted.said += said.contains(rule) ? 1 : 0
        } else {
          absent.all += 1
          absent.said += said.contains(rule) ? 1 : 0
        }
        if isPlanted != said.contains(rule) {
          wrong.append("\(heard.conversation.plants): \(rule) \(isPlanted ? "missed" : "said")")
        }
      }
      expectFiguresAndMoments(heard)
    }
    #expect(planted.all >= 60)
    #expect(Double(planted.said) >= 0.9 * Double(planted.all), "\(planted) \(wrong)")
    #expect(Double(absent.said) <= 0.05 * Double(absent.all), "\(absent) \(wrong)")
  }

  private func expectFiguresAndMoments(_ heard: Heard) {
    #expect(heard.contradictions.isEmpty)
    let near = SampleTime(seconds: 0.5)
    for line in heard.lines {
      #expect(line.words.contains { $0.isNumber } || line.words.contains("once"))
      #expect(!line.moments.isEmpty && line.moments.count <= 5)
      guard let places = heard.conversation.expected[line.rule], !places.isEmpty,
        line.rule != .encouraged
      else { continue }
      for moment in line.moments {
        #expect(
          places.contains { moment.time - $0 <= near && $0 - moment.time <= near },
          "\(heard.conversation.plants): \(line.rule) at \(moment.time.seconds)")
      }
    }
  }
}
