import AudioFiles
import CSndfile
import Conversation
import Foundation
import SoundFixtures
import Testing

/// A pipe, which cannot go back, gives what the file gives.
struct PipeTests {
  /// Writes to a pipe from a thread of its own and reads the call at the other end.
  private func read(
    _ bytes: [UInt8], pieces: Int = 1 << 20, raw: RawFormat? = nil, loneChannel: Party? = nil
  ) throws -> Reading {
    let pipe = Pipe()
    let writer = Thread {
      let handle = pipe.fileHandleForWriting
      for start in stride(from: 0, to: bytes.count, by: pieces) {
        let piece = bytes[start..<min(start + pieces, bytes.count)]
        do { try handle.write(contentsOf: Data(piece)) } catch { break }
      }
      try? handle.close()
    }
    // The reader may be gone before the writer is done.
    signal(SIGPIPE, SIG_IGN)
    writer.start()
    defer { try? pipe.fileHandleForReading.close() }
    let input = AudioInput(
      .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin"), raw: raw)
    return try Reading(CallSource(.together(input), loneChannel: loneChannel))
  }

  private let frames = Signals.interleave(
    Signals.bursts(rate: 8000, seconds: 3), Signals.bursts(rate: 8000, seconds: 3, seed: 0.4))

  @Test(
    arguments: [
      Int(SF_FORMAT_PCM_16), Int(SF_FORMAT_PCM_24), Int(SF_FORMAT_FLOAT), Int(SF_FORMAT_ULAW),
      Int(SF_FORMAT_ALAW), Int(SF_FORMAT_IMA_ADPCM), Int(SF_FORMAT_MS_ADPCM),
    ], [8000, 44_100])
  func aWavInAPipeIsTheSame(_ subtype: Int, _ rate: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("call.wav")
    try SoundWriter.write(
      frames, to: path, format: Int(SF_FORMAT_WAV) | subtype, rate: rate, channels: 2)
    let file = try Reading(path: path)
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    for pieces in [1001, 1 << 20] {
      let pipe = try read(bytes, pieces: pieces)
      #expect(pipe.sounds(like: file))
      #expect(pipe.rate == file.rate)
      #expect(pipe.repairs.isEmpty)
    }
  }

  @Test func gsmInAPipeIsTheSame() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("call.wav")
    try SoundWriter.write(
      Signals.sine(400, rate: 8000, seconds: 3), to: path,
      format: Int(SF_FORMAT_WAV | SF_FORMAT_GSM610), rate: 8000, channels: 1)
    let file = try Reading(
      CallSource(.together(AudioInput(.path(path))), loneChannel: .agent))
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    #expect(try read(bytes, pieces: 77, loneChannel: .agent).sounds(like: file))
    // As a program writes it that cannot know the length.
    let size = try #require(bytes.firstRange(of: Array("data".utf8))?.upperBound)
    bytes.replaceSubrange(size..<size + 4, with: [255, 255, 255, 255])
    let endless = try read(bytes, pieces: 77, loneChannel: .agent)
    #expect(endless.sounds(like: file))
    #expect(endless.expected == nil)
  }

  @Test(arguments: [0, 0x7FFF_FFFF, 0xFFFF_FFFF])
  func aStreamedHeaderNeedsNoRepair(_ size: Int) throws {
    var wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    wave.declaredSize = size
    let reading = try read(wave.bytes)
    #expect(reading.agent.count == 24_000)
    #expect(reading.expected == nil)
    #expect(reading.repairs.isEmpty)
  }

  @Test func anAbsurdLongSizeIsNoSize() throws {
    var wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    wave.form = "RF64"
    wave.declaredSize = 0xFFFF_FFFF
    wave.chunksBefore = [("ds64", [UInt8](repeating: 0x7F, count: 28))]
    let reading = try read(wave.bytes)
    #expect(reading.agent.count == 24_000)
    #expect(reading.expected == nil)
  }

  @Test func aPipeThatBreaksOffIsNoted() throws {
    let wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    let reading = try read(Array(wave.bytes.dropLast(4001)))
    #expect(reading.agent.count == 22_999)
    #expect(reading.repairs.map(\.kind) == [.truncated(declared: 24_000, present: 22_999)])
  }

  @Test func bytesAfterTheSamplesAreIgnored() throws {
    var wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    wave.chunksAfter = [("LIST", Array("INFOISFT".utf8))]
    #expect(try read(wave.bytes).agent.count == 24_000)
  }

  @Test func whatMayBeMoreAudioIsToldOfWhereItCannotBeRead() throws {
    let wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    let noise = [UInt8](repeating: 0x93, count: 5000)
    let data = 4 * 24_000
    for (bytes, lost) in [(wave.bytes + wave.bytes, data), (wave.bytes + noise, noise.count)] {
      for pieces in [999, 1 << 20] {
        let reading = try read(bytes, pieces: pieces)
        #expect(reading.agent.count == 24_000)
        #expect(reading.repairs.map(\.kind) == [.unreadInPipe(bytes: lost, orMore: false)])
      }
    }
    let repair = try read(wave.bytes + noise).repairs.first
    #expect(repair?.code == .unfinishedHeader)
    #expect(repair?.description.hasPrefix("stdin: 5000 bytes follow") == true)
  }

  @Test func aWriterThatStaysDoesNotKeepARecordingThatIsOver() throws {
    let wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    let pipe = Pipe()
    let handle = pipe.fileHandleForWriting
    let writer = Thread { try? handle.write(contentsOf: Data(wave.bytes)) }
    writer.start()
    let input = AudioInput(.descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin"))
    let reading = try Reading(CallSource(.together(input)))
    #expect(reading.agent.count == 24_000 && reading.repairs.isEmpty)
    try handle.close()
  }

  @Test func chunksThatDescribeARecordingAreNothingLost() throws {
    var wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    wave.chunksAfter = [("LIST", Array("INFOISFT".utf8)), ("id3 ", [1, 2, 3]), ("fact", [])]
    #expect(try read(wave.bytes, pieces: 7).repairs.isEmpty)
    // A chunk that breaks off is none.
    let broken = Array("LIST".utf8) + [255, 255, 0, 0] + [UInt8](repeating: 9, count: 5000)
    #expect(try read(wave.bytes + broken).repairs.count == 1)
  }

  @Test func tagsAndPaddingBehindARecordingAreNothingLost() throws {
    var wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    for tail in [[10], Array("TAG".utf8) + [UInt8](repeating: 32, count: 125)] {
      #expect(try read(wave.bytes + tail).repairs.isEmpty)
    }
    // Declared bytes behind the last whole frame are no chunk.
    wave.declaredSize = 4 * 24_000 + 2
    let list = Array("LIST".utf8) + [0, 8, 0, 0] + [UInt8](repeating: 65, count: 2048)
    #expect(try read(wave.bytes + [0, 0] + list).repairs.isEmpty)
  }

  @Test func aWriterThatGoesOnForeverDoesNotKeepARecordingThatIsOver() throws {
    signal(SIGPIPE, SIG_IGN)
    let wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    let pipe = Pipe()
    let handle = pipe.fileHandleForWriting
    let writer = Thread {
      do {
        try handle.write(contentsOf: Data(wave.bytes))
        while true { try handle.write(contentsOf: Data(repeating: 7, count: 4096)) }
      } catch { return }
    }
    writer.start()
    let input = AudioInput(.descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin"))
    let reading = try Reading(CallSource(.together(input)))
    #expect(reading.agent.count == 24_000)
    #expect(reading.repairs.map(\.description).first?.contains("or more bytes follow") == true)
    try pipe.fileHandleForReading.close()
  }

  @Test(
    arguments: [
      ("fLaC", "FLAC"), ("OggS", "Ogg"), ("FORM", "AIFF"), ("riff", "W64"), ("Dear", "not audio"),
    ])
  func otherFormatsAreRefusedInAPipe(_ beginning: String, _ name: String) throws {
    let error = #expect(throws: AudioFileError.self) {
      try read(Array(beginning.utf8) + [UInt8](repeating: 3, count: 400))
    }
    #expect(error?.code == .notWave)
    #expect(error?.description.contains(name) == true)
    #expect(error?.description.contains("only WAV") == true)
    #expect(error?.description.hasPrefix("stdin: ") == true)
  }

  /// Reads a file through a descriptor, as `< call.wav` gives it to a program, from an offset on.
  private func readRedirected(
    _ path: String, from offset: Int = 0, delay: SampleTime? = nil
  ) throws -> Reading {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    lseek(descriptor, offset, SEEK_SET)
    let input = AudioInput(.descriptor(descriptor, name: "stdin"))
    return try Reading(CallSource(.together(input), customerDelay: delay))
  }

  @Test(arguments: [Int(SF_FORMAT_WAV | SF_FORMAT_PCM_16), Int(SF_FORMAT_FLAC | SF_FORMAT_PCM_16)])
  func aRedirectedFileIsReadAsTheFileIs(_ format: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("call")
    try SoundWriter.write(frames, to: path, format: format, rate: 8000, channels: 2)
    let file = try Reading(path: path)
    let redirected = try readRedirected(path)
    #expect(redirected.sounds(like: file) && redirected.repairs.isEmpty)
    #expect(redirected.expected == file.expected)
    // Its channels can be moved, which takes a second reading.
    #expect(try readRedirected(path, delay: .frame).agent.count > file.agent.count)
    let text = folder.path("text")
    try Data("Dear customer, this is a letter.".utf8).write(to: URL(filePath: text))
    let error = #expect(throws: AudioFileError.self) { try readRedirected(text) }
    #expect(error?.description.hasPrefix("stdin: is not audio") == true)
  }

  @Test func ofARedirectedFileNothingIsLostThatAPipeWouldLose() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("call.wav")
    let wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    try Data(wave.bytes + wave.bytes).write(to: URL(filePath: path))
    let both = try readRedirected(path)
    #expect(both.agent.count == 48_000)
    #expect(both.repairs.map(\.kind) == [.continued(declared: 24_000, present: 48_000)])
    // Behind what another program has taken it is a pipe.
    let rest = try readRedirected(path, from: wave.bytes.count)
    #expect(rest.agent.count == 24_000 && rest.repairs.isEmpty)
  }

  @Test func anEmptyPipeIsRefused() {
    let error = #expect(throws: AudioFileError.self) { try read([]) }
    #expect(error?.code == .empty)
  }

  @Test func theChannelsOfAPipeCannotBeMoved() throws {
    let pipe = Pipe()
    let wave = WaveBytes(rate: 8000, channels: 2, samples: [1, 2, 3, 4])
    try pipe.fileHandleForWriting.write(contentsOf: Data(wave.bytes))
    let input = AudioInput(
      .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin"))
    let error = #expect(throws: AudioFileError.self) {
      try Reading(CallSource(.together(input), customerDelay: .frame))
    }
    #expect(error?.code == .delayedPipe)
  }

  @Test func aLivePipeIsHeardBeforeItsBlockIsFull() throws {
    let pipe = Pipe()
    let wave = WaveBytes(rate: 8000, channels: 2, samples: [Int16](repeating: 9, count: 320))
    try pipe.fileHandleForWriting.write(contentsOf: Data(wave.data))
    let input = AudioInput(
      .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin"),
      raw: RawFormat(encoding: .s16le, rate: 8000, channels: 2))
    // The pipe stays open, so waiting for more would never end.
    var audio = try CallAudio.open(CallSource(.together(input)))
    let buffers = UnsafeMutableBufferPointer<Float>.allocate(capacity: 8192)
    defer { buffers.deallocate() }
    let portion = try audio.read(
      agent: UnsafeMutableBufferPointer(rebasing: buffers[..<4096]),
      customer: UnsafeMutableBufferPointer(rebasing: buffers[4096...]))
    #expect(portion.samples == 160)
    try pipe.fileHandleForWriting.close()
    let end = try audio.read(
      agent: UnsafeMutableBufferPointer(rebasing: buffers[..<4096]),
      customer: UnsafeMutableBufferPointer(rebasing: buffers[4096...]))
    #expect(end.isEnd)
  }

  @Test func aStoppedPipeEndsWithoutRepair() throws {
    let pipe = Pipe()
    let wave = WaveBytes(rate: 8000, channels: 2, samples: Signals.shorts(frames))
    try pipe.fileHandleForWriting.write(contentsOf: Data(wave.bytes.prefix(16_044)))
    let input = AudioInput(
      .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin"))
    let stop = Stop()
    var audio = try CallAudio.open(CallSource(.together(input))) { stop.isWanted }
    stop.isWanted = true
    let buffers = UnsafeMutableBufferPointer<Float>.allocate(capacity: 8192)
    defer { buffers.deallocate() }
    var samples = 0
    while true {
      let portion = try audio.read(
        agent: UnsafeMutableBufferPointer(rebasing: buffers[..<4096]),
        customer: UnsafeMutableBufferPointer(rebasing: buffers[4096...]))
      if portion.isEnd { break }
      samples += portion.samples
    }
    #expect(samples == 4000)
    let repairs = audio.repairs
    #expect(repairs.isEmpty)
  }

  private final class Stop { var isWanted = false }
}
