import AudioFiles
import CSndfile
import Conversation
import SoundFixtures
import Testing

struct ClipTests {
  private func recording(_ folder: TemporaryFolder, rate: Int, seconds: Double) throws -> CallSource
  {
    let frames = Signals.interleave(
      Signals.bursts(rate: rate, seconds: seconds),
      Signals.bursts(rate: rate, seconds: seconds, seed: 0.4))
    let path = try folder.write(
      WaveBytes(rate: rate, channels: 2, samples: Signals.shorts(frames)).bytes, as: "call.wav")
    return CallSource(.together(AudioInput(.path(path))))
  }

  private func stretch(_ start: Double, _ end: Double) -> Interval {
    Interval(start: SampleTime(seconds: start), end: SampleTime(seconds: end))
  }

  @Test(
    "a clip is a file of both channels as long as its stretch", arguments: [8000, 16_000, 44_100])
  func length(_ rate: Int) throws {
    let folder = try TemporaryFolder()
    let source = try recording(folder, rate: rate, seconds: 5)
    let clips = try ClipCutter.clips(
      of: [stretch(1, 4), stretch(0, 1)], in: source, room: 1_000_000)
    for (clip, seconds) in zip(clips, [3.0, 1.0]) {
      let clip = try #require(clip)
      #expect(clip.type == "audio/ogg")
      let path = try folder.write(clip.bytes, as: "clip.ogg")
      var info = SF_INFO()
      let file = try #require(sf_open(path, Int32(SFM_READ), &info))
      defer { sf_close(file) }
      #expect(info.channels == 2)
      #expect(abs(Double(info.frames) / Double(info.samplerate) - seconds) < 0.1)
    }
  }

  @Test("a stretch beyond the end has no clip, one at the end a shorter one")
  func end() throws {
    let folder = try TemporaryFolder()
    let source = try recording(folder, rate: 8000, seconds: 2)
    let clips = try ClipCutter.clips(
      of: [stretch(5, 8), stretch(1, 4)], in: source, room: 1_000_000)
    #expect(clips[0] == nil && clips[1] != nil)
    #expect(try ClipCutter.clips(of: [], in: source, room: 1).isEmpty)
  }

  @Test("all clips of a page together have no more than the room they are given")
  func room() throws {
    let folder = try TemporaryFolder()
    let source = try recording(folder, rate: 8000, seconds: 7)
    let stretches = (0..<10).map { _ in stretch(0.5, 6.5) }
    let all = try ClipCutter.clips(of: stretches, in: source, room: 10_000_000).compactMap(\.self)
    let size = all.map(\.bytes.count).reduce(0, +)
    #expect(all.count == 10 && size < 10 * 40_000)
    let some = try ClipCutter.clips(of: stretches, in: source, room: size / 2).compactMap(\.self)
    #expect(!some.isEmpty && some.map(\.bytes.count).reduce(0, +) <= size / 2)
  }
}
