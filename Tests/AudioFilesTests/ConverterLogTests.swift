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

  @Test func theDeclaredLengthIsRead() {
    #expect(ConverterLog(sound + work).length == length)
    #expect(ConverterLog(sound + work).complaint == nil)
    #expect(ConverterLog("").length == nil)
    let none = sound.replacing("01:01:05.02", with: "N/A")
    #expect(ConverterLog(none + work).length == nil)
  }

  @Test func anEstimateIsNoDeclaration() {
    let estimate =
      "[aac @ 0x5564a4968980] [warning] Estimating duration from bitrate, this may be inaccurate\n"
    #expect(ConverterLog(estimate + sound + work).length == nil)
  }

  @Test func theFirstComplaintCounts() {
    let log = ConverterLog(sound + work + complaint)
    #expect(log.complaint == "Input buffer exhausted before END element found")
    #expect(log.length == length)
    let loader = "ffmpeg: error while loading shared libraries: libx.so: no such file"
    #expect(ConverterLog(loader).complaint == loader)
  }

  @Test func theSoundOfAVideoMayEndBeforeItsPicture() {
    #expect(ConverterLog(sound + picture + work).length == nil)
    #expect(ConverterLog(sound + picture + work + complaint).length == length)
    #expect(ConverterLog(sound + cover + work).length == length)
  }
}
