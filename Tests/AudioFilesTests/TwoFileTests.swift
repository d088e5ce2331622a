import AudioFiles
import Conversation
import SoundFixtures
import Testing

/// Two recordings of one call: other rates, lengths and beginnings.
struct TwoFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, rate: Int, seconds: Double) throws -> AudioInput {
    let samples = Signals.shorts(Signals.bursts(rate: rate, seconds: seconds))
    let wave = WaveBytes(rate: rate, channels: 1, samples: samples)
    return AudioInput(.path(try folder.write(wave.bytes, as: name)))
  }

  @Test func onlyTwoNarrowFilesStayNarrow() throws {
    let narrow = try file("8.wav", rate: 8000, seconds: 0.5)
    let other = try file("8b.wav", rate: 8000, seconds: 0.5)
    let wide = try file("44.wav", rate: 44_100, seconds: 0.5)
    #expect(try Reading(CallSource(.apart(agent: narrow, customer: other))).rate == .narrow)
    let mixed = try Reading(CallSource(.apart(agent: narrow, customer: wide)))
    #expect(mixed.rate == .wide)
    #expect(mixed.agent.count == 8000)
    // The same call on both sides, so the same samples but for the last ripple.
    let apart = zip(mixed.agent, mixed.customer).dropFirst(100).dropLast(200).map { abs($0 - $1) }
    #expect(apart.max() ?? 1 < 0.01)
  }

  @Test func theRestOfTheShorterFileIsUnknown() throws {
    let source = CallSource(
      .apart(
        agent: try file("a.wav", rate: 8000, seconds: 1),
        customer: try file("c.wav", rate: 8000, seconds: 0.4)))
    let reading = try Reading(source)
    #expect(reading.agent.count == 8000)
    #expect(reading.unknown(.agent) == 0)
    #expect(reading.unknown(.customer) == 4800)
    #expect(reading.customer.dropFirst(3200).allSatisfy { $0 == 0 })
    let repair = try #require(reading.repairs.first)
    #expect(repair.kind == .shorter(by: SampleTime(ticks: 9600)))
    #expect(repair.party == .customer)
    #expect(repair.description.contains("0.60 s shorter"))
  }

  @Test(arguments: [-0.25, 0.25])
  func theLaterFileIsUnknownUntilItBegins(_ delay: Double) throws {
    let source = CallSource(
      .apart(
        agent: try file("a.wav", rate: 8000, seconds: 0.5),
        customer: try file("c.wav", rate: 8000, seconds: 0.5)),
      customerDelay: SampleTime(seconds: delay))
    let reading = try Reading(source)
    let (later, earlier) =
      delay > 0
      ? (reading.customer, reading.agent) : (reading.agent, reading.customer)
    #expect(reading.expected == 6000)
    #expect(later.count == 6000)
    let isShifted = Array(later.dropFirst(2000)) == Array(earlier.prefix(4000))
    #expect(isShifted)
    #expect(reading.portions.first?.unknown[delay > 0 ? .customer : .agent] == .lost)
    #expect(reading.unknown(.agent) == 2000)
    #expect(reading.unknown(.customer) == 2000)
  }

  @Test func aGapBetweenTheFilesIsUnknownForBoth() throws {
    let source = CallSource(
      .apart(
        agent: try file("a.wav", rate: 8000, seconds: 0.5),
        customer: try file("c.wav", rate: 8000, seconds: 0.5)),
      customerDelay: SampleTime(seconds: 0.75))
    let reading = try Reading(source)
    #expect(reading.agent.count == 10_000)
    #expect(
      reading.portions.filter { $0.unknown.agent != nil && $0.unknown.customer != nil }
        .reduce(0) { $0 + $1.samples } == 2000)
  }

  @Test func theChannelsOfOneFileCanBeMoved() throws {
    let samples = Signals.shorts(Signals.bursts(rate: 8000, seconds: 0.5))
    let wave = WaveBytes(rate: 8000, channels: 2, samples: samples.flatMap { [$0, $0] })
    let input = AudioInput(.path(try folder.write(wave.bytes, as: "call.wav")))
    let reading = try Reading(
      CallSource(.together(input), customerDelay: SampleTime(seconds: 0.1)))
    #expect(reading.agent.count == 4800)
    let isShifted = Array(reading.customer.dropFirst(800)) == Array(reading.agent.prefix(4000))
    #expect(isShifted)
    #expect(reading.repairs.isEmpty)
  }
}
