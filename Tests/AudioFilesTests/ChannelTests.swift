import AudioFiles
import Conversation
import SoundFixtures
import Testing

/// The right channel goes to the right party, and a doubtful choice is refused with a remedy.
struct ChannelTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A recording whose channels hold their numbers in tenths.
  private func input(channels: Int, floats: Bool = false) throws -> AudioInput {
    let frames = (0..<2000).flatMap { _ in (1...channels).map { Float($0) / 10 } }
    let wave =
      floats
      ? WaveBytes(rate: 8000, channels: channels, floats: frames)
      : WaveBytes(rate: 8000, channels: channels, samples: Signals.shorts(frames))
    return AudioInput(.path(try folder.write(wave.bytes, as: "\(channels)-\(floats).wav")))
  }

  private func numbers(_ reading: Reading) -> [Int] {
    [reading.agent, reading.customer].map { Int((($0.last ?? 0) * 10).rounded()) }
  }

  @Test(arguments: [false, true])
  func leftIsTheAgentUnlessChosen(_ floats: Bool) throws {
    let two = try input(channels: 2, floats: floats)
    let five = try input(channels: 5, floats: floats)
    let choices: [(AudioInput, String?, String?, [Int])] = [
      (two, nil, nil, [1, 2]), (two, "right", nil, [2, 1]), (two, nil, "left", [2, 1]),
      (two, "1", "2", [1, 2]), (five, "4", "2", [4, 2]), (five, "left", "5", [1, 5]),
    ]
    for (input, agent, customer, expected) in choices {
      let source = CallSource(
        .together(input),
        channels: .init(
          agent: agent.flatMap(ChannelNumber.init), customer: customer.flatMap(ChannelNumber.init)))
      #expect(numbers(try Reading(source)) == expected)
    }
  }

  @Test func doubtfulChoicesAreRefused() throws {
    let cases: [(Int, String?, String?, AudioFileError.Code, String)] = [
      (1, nil, nil, .oneChannel, "one file for each"),
      (3, nil, nil, .ambiguousChannels, "one for each"),
      (3, "1", nil, .ambiguousChannels, "one for each"),
      (2, "3", nil, .noSuchChannel, "from 1 to 2"),
      (3, "1", "4", .noSuchChannel, "from 1 to 3"),
      (2, "2", "right", .sameChannel, "two channels"),
    ]
    for (channels, agent, customer, code, remedy) in cases {
      let source = CallSource(
        .together(try input(channels: channels)),
        channels: .init(
          agent: agent.flatMap(ChannelNumber.init), customer: customer.flatMap(ChannelNumber.init)))
      let error = #expect(throws: AudioFileError.self) { try Reading(source) }
      #expect(error?.code == code)
      #expect(error?.description.contains(remedy) == true)
    }
  }

  @Test func aFileForEachPartyNeedsAChoiceIfItHasTwoChannels() throws {
    let one = try input(channels: 1)
    let two = try input(channels: 2)
    let error = #expect(throws: AudioFileError.self) {
      try Reading(CallSource(.apart(agent: one, customer: two)))
    }
    #expect(error?.code == .ambiguousChannels)
    #expect(error?.party == .customer)
    let chosen = CallSource(
      .apart(agent: one, customer: two), channels: .init(customer: .right))
    #expect(numbers(try Reading(chosen)) == [1, 2])
  }

  @Test(arguments: Party.allCases)
  func oneChannelCanStandForOneParty(_ party: Party) throws {
    let reading = try Reading(
      CallSource(.together(try input(channels: 1)), loneChannel: party))
    #expect(numbers(reading) == (party == .agent ? [1, 0] : [0, 1]))
    #expect(reading.unknown(party) == 0)
    #expect(reading.unknown(party.other) == 2000)
  }

  @Test func channelsAreNamed() throws {
    let two = try CallAudio.open(CallSource(.together(try input(channels: 2))))
    let (agent, customer) = (two.parties.agent, two.parties.customer)
    #expect(agent == "left")
    #expect(customer == "right")
    #expect(ChannelNumber(argument: "0") == nil)
    #expect(ChannelNumber(argument: "both") == nil)
  }
}
