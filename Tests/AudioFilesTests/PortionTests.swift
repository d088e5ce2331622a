import AudioFiles
import Conversation
import SoundFixtures
import Testing

/// The samples are the same whatever portions they are read in, bit for bit.
struct PortionTests {
  @Test(arguments: [8000, 11_025, 16_000, 44_100, 48_000], [1, 7, 160, 4096, 1_000_000])
  func sizeDoesNotMatter(_ rate: Int, _ portion: Int) throws {
    let folder = try TemporaryFolder()
    let frames = Signals.interleave(
      Signals.bursts(rate: rate, seconds: 0.7), Signals.bursts(rate: rate, seconds: 0.7, seed: 0.4))
    let path = try folder.write(
      WaveBytes(rate: rate, channels: 2, samples: Signals.shorts(frames)).bytes, as: "call.wav")
    let whole = try Reading(path: path, portion: 500)
    let reading = try Reading(path: path, portion: portion)
    #expect(reading.sounds(like: whole))
  }

  @Test(arguments: [1, 160, 4096])
  func unknownStretchesDoNotMove(_ portion: Int) throws {
    let folder = try TemporaryFolder()
    let agent = try folder.write(
      WaveBytes(
        rate: 8000, channels: 1, samples: Signals.shorts(Signals.bursts(rate: 8000, seconds: 0.5))
      ).bytes, as: "a.wav")
    let customer = try folder.write(
      WaveBytes(
        rate: 44_100, channels: 1,
        samples: Signals.shorts(Signals.bursts(rate: 44_100, seconds: 0.3))
      ).bytes, as: "c.wav")
    let source = CallSource(
      .apart(agent: AudioInput(.path(agent)), customer: AudioInput(.path(customer))),
      customerDelay: .init(ticks: 1001))
    let whole = try Reading(source, portion: 100_000)
    let reading = try Reading(source, portion: portion)
    #expect(reading.sounds(like: whole))
    for reading in [whole, reading] {
      #expect(reading.unknown(.agent) == 0)
      #expect(reading.unknown(.customer) == 8000 - 4800)
    }
  }
}
