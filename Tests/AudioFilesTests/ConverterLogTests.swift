import Conversation
import Testing

@testable import AudioFiles

/// What `ffmpeg` writes about a file, as its version 5.1 does.
struct ConverterLogTests {
  private let sound = """
    [info] Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/dev/stdin':
    [info]   Metadata:
    [info]     title           : a
                        : Duration: 00:00:03.00
                        : [error] of a tag
    [info]   Duration: 01:01:05.02, start: 0.000000, bitrate: 41 kb/s
    [info]   Stream #0:0[0x1](und): Audio: aac (LC) (mp4a / 0x6134706D), 8000 Hz, stereo (default)
    [info]     Metadata:
    [info]       handler_name    : SoundHandler

    """
  private let picture = """
    [info]   Stream #0:1[0x2](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p, 64x64 (default)

    """
  private let second = """
    [info]   Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 8000 Hz, stereo

    """
  private let chapters = """
    [info]   Stream #0:2[0x3](eng): Data: bin_data (text / 0x74786574)

    """
  private let cover = """
    [info]   Stream #0:1[0x0]: Video: mjpeg (Baseline), yuvj420p, 64x64, 90k tbr, 90k tbn (attached pic)

    """
  private let work = """
    [info] Stream mapping:
    [info]   Stream #0:0 -> #0:0 (aac (native) -> pcm_s16le (native))
    [info] Output #0, wav, to 'pipe:1':
    [info]   Stream #0:0(und): Audio: pcm_s16le ([1][0][0][0] / 0x0001), 8000 Hz, stereo, s16 (default)
    [warning] file:/dev/stdin: corrupt input packet in stream 0

    """
  private let complaint = """
    [aac @ 0x55c8426227c0] [error] Input buffer exhausted before END element found
    [mov,mp4,m4a,3gp,3g2,mj2 @ 0x55f3d1b54980] [error] stream 0, offset 0x523ea: partial file

    """
  private let length = SampleTime(seconds: 3665.02)

  private func log(_ text: String) -> ConverterLog {
    var log = ConverterLog()
    // In pieces that are no lines, as a pipe gives them.
    for start in stride(from: 0, to: text.utf8.count, by: 7) {
      Array(text.utf8.dropFirst(start).prefix(7)).withUnsafeBytes { log.take($0) }
    }
    log.end(status: 0)
    return log
  }

  @Test func theDeclaredLengthIsRead() {
    #expect(log(sound + work).length == length)
    #expect(log(sound + work).complaint == nil)
    #expect(log("").length == nil)
    let none = sound.replacing("01:01:05.02", with: "N/A")
    #expect(log(none + work).length == nil)
  }

  @Test func anEstimateIsNoDeclaration() {
    let estimate =
      "[aac @ 0x5564a4968980] [warning] Estimating duration from bitrate, this may be inaccurate\n"
    #expect(log(estimate + sound + work).length == nil)
  }

  @Test func theFirstComplaintCounts() {
    let heard = log(sound + work + complaint)
    #expect(heard.complaint == "Input buffer exhausted before END element found")
    #expect(heard.length == length)
    let loader = "ffmpeg: error while loading shared libraries: libx.so: no such file"
    #expect(log(loader).complaint == loader)
    let bare = "[error] \nthe rest of it\n"
    #expect(log(bare).complaint == "the rest of it")
  }

  @Test func anEndThatIsNotWellIsAComplaint() {
    var heard = ConverterLog()
    heard.end(status: 256)
    #expect(heard.complaint == "it ended with 256")
  }

  @Test func theSecondLineOfAWarningIsNoComplaint() {
    let warning = """
      [mov,mp4,m4a,3gp,3g2,mj2 @ 0x55f3d1b54980] [warning] Could not find codec parameters for stream 1 (Video: none, none, 64x64): unknown codec
      Consider increasing the value for the 'analyzeduration' (0) and 'probesize' (5000000) options

      """
    #expect(log(warning + sound + work).complaint == nil)
    #expect(log(warning + sound + work).length == length)
  }

  @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}", "\u{c}", "\r"])
  func aTagForgesNoLine(separator: String) {
    let tag = ["a", "[error] forged", "[info]   Duration: 09:00:00.00, start: 0.000000", "b"]
    let forged = sound.replacing(": a\n", with: ": \(tag.joined(separator: separator))\n")
    #expect(forged != sound)
    #expect(log(forged + work).complaint == nil)
    #expect(log(forged + work).length == length)
  }

  @Test func onlyTheFirstDurationOfTheInputCounts() {
    let other = "[info]   Duration: 00:00:01.00, start: 0.000000, bitrate: 41 kb/s\n"
    let inner = "[info]     Duration: 00:00:01.00, start: 0.000000, bitrate: 41 kb/s\n"
    #expect(log(other + inner + sound + other + work + other).length == length)
    let none = sound.replacing("01:01:05.02", with: "N/A")
    #expect(log(none + other + work).length == nil)
    #expect(log("[info] Input #0, a\n[info]   Duration: \n").length == nil)
  }

  @Test func linesMayEndAsOnOtherSystemsAndBeLong() {
    #expect(log((sound + work).replacing("\n", with: "\r\n")).length == length)
    let long = "[warning] " + String(repeating: "a", count: 100_000) + "\n"
    #expect(log(long + sound + complaint).complaint?.hasPrefix("Input buffer") == true)
  }

  @Test func soundThatBeginsLateIsMovedToTheFront() {
    let late = sound.replacing("start: 0.000000", with: "start: 4.993000")
    #expect(log(late + work).length == SampleTime(seconds: 3665.02 - 4.993))
    let early = sound.replacing("start: 0.000000", with: "start: -0.025057")
    #expect(log(early + work).length == length)
    let later = sound.replacing("start: 0.000000", with: "start: 1400000000.000000")
    #expect(log(later + work).length == .zero)
  }

  @Test func whatLastsLongerThanIsConvertedIsCut() {
    let day = 24 * 3600 * 8000
    let long = log(sound.replacing("01:01:05.02", with: "25:00:00.00") + work)
    let cut = Repair.Kind.cut(after: SampleTime(seconds: 24 * 3600))
    #expect(long.missing(after: day, rate: 8000) == cut)
    #expect(
      long.missing(after: day / 2, rate: 8000)
        == .truncated(declared: 25 * 3600 * 8000, present: day / 2))
    let unknown = log(sound.replacing("01:01:05.02", with: "N/A") + work)
    #expect(unknown.missing(after: day, rate: 8000) == cut)
    #expect(unknown.missing(after: day / 2, rate: 8000) == nil)
    let whole = log(sound.replacing("01:01:05.02", with: "24:00:00.02") + work)
    #expect(whole.missing(after: day, rate: 8000) == nil)
    #expect(log(sound + work).missing(after: 3665 * 8000, rate: 8000) == nil)
    let absurd = log(sound.replacing("01:01:05.02", with: "2562047788:00:54.77") + work)
    #expect(absurd.missing(after: day, rate: 8000) == cut)
  }

  @Test func oneOfSeveralStreamsMayEndBeforeTheOthers() {
    #expect(log(sound + picture + work).length == nil)
    #expect(log(sound + picture + work + complaint).length == nil)
    #expect(log(sound + second + work + complaint).length == nil)
    #expect(log(sound + cover + work).length == length)
    #expect(log(sound + chapters + work).length == nil)
  }
}
