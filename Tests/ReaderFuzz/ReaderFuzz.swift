import AudioFiles
import CSndfile
import Conversation
public import Foundation
import SoundFixtures

/// Reads spoilt WAV files, as files and as pipes, and checks that whatever comes out makes sense.
public final class ReaderFuzz {
  private let folder: TemporaryFolder
  private let seeds: [[UInt8]]
  private let buffers: UnsafeMutableBufferPointer<Float>

  /// A pipe holds 64 KiB, so much is written without a reader at work.
  private static let longestSeed = 60_000

  /// Prepares to spoil the WAV files of a folder, and recordings in every encoding that WAV has.
  public init(samples: URL) throws {
    folder = try TemporaryFolder()
    let files = try FileManager.default.contentsOfDirectory(
      at: samples, includingPropertiesForKeys: nil)
    let paths = files.map(\.path).filter { $0.hasSuffix(".wav") }.sorted()
    seeds = try (paths + ReaderFuzz.encodings(in: folder)).map { path in
      [UInt8](try Data(contentsOf: URL(filePath: path)).prefix(ReaderFuzz.longestSeed))
    }
    buffers = .allocate(capacity: 4096)
  }

  deinit { buffers.deallocate() }

  /// Reads so many spoilt files; `before` sees the number of each before it is read.
  ///
  /// - Throws: `Nonsense` for the first file whose samples make no sense.
  public func run(
    mutations: Int, seed: Int, before: (Int) -> Void = { _ in }
  ) throws -> FuzzTally {
    var mutator = WaveMutator(seed: seed)
    var tally = FuzzTally()
    for index in 0..<mutations {
      before(index)
      let bytes = mutator.mutate(seeds[index % seeds.count])
      let isPipe = index / seeds.count % 4 == 3
      do {
        let isMended = try isPipe ? readPipe(bytes) : readFile(bytes)
        tally.read += 1
        tally.mended += isMended ? 1 : 0
      } catch let error as AudioFileError {
        tally.refused[error.code.name, default: 0] += 1
      }
    }
    return tally
  }

  private static func encodings(in folder: TemporaryFolder) throws -> [String] {
    let voice = Signals.bursts(rate: 8000, seconds: 0.5)
    var paths: [String] = []
    for (name, format, channels) in [
      ("s24", SF_FORMAT_WAV | SF_FORMAT_PCM_24, 2), ("u8", SF_FORMAT_WAV | SF_FORMAT_PCM_U8, 2),
      ("float", SF_FORMAT_WAV | SF_FORMAT_FLOAT, 2),
      ("double", SF_FORMAT_WAVEX | SF_FORMAT_DOUBLE, 2),
      ("alaw", SF_FORMAT_WAV | SF_FORMAT_ALAW, 2), ("rf64", SF_FORMAT_RF64 | SF_FORMAT_PCM_16, 2),
      ("ima", SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM, 2),
      ("ms", SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM, 2), ("gsm", SF_FORMAT_WAV | SF_FORMAT_GSM610, 1),
      ("rifx", SF_FORMAT_WAV | SF_FORMAT_PCM_16 | SF_ENDIAN_BIG, 2),
    ] {
      let path = folder.path("\(name).wav")
      try SoundWriter.write(
        channels == 2 ? Signals.interleave(voice, voice) : voice, to: path, format: Int(format),
        rate: 8000, channels: channels)
      paths.append(path)
    }
    return paths
  }

  private func readFile(_ bytes: [UInt8]) throws -> Bool {
    try read(AudioInput(.path(try folder.write(bytes, as: "spoilt.wav"))), bytes)
  }

  private func readPipe(_ bytes: [UInt8]) throws -> Bool {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    defer { try? pipe.fileHandleForReading.close() }
    return try read(
      AudioInput(.descriptor(pipe.fileHandleForReading.fileDescriptor, name: "stdin")), bytes)
  }

  /// Reads to the end, and tells whether something was mended.
  private func read(_ input: AudioInput, _ bytes: [UInt8]) throws -> Bool {
    var audio = try CallAudio.open(CallSource(.together(input), loneChannel: .agent))
    let agent = UnsafeMutableBufferPointer(rebasing: buffers[..<2048])
    let customer = UnsafeMutableBufferPointer(rebasing: buffers[2048...])
    var samples = 0
    while true {
      let portion = try audio.read(agent: agent, customer: customer)
      if portion.isEnd { break }
      samples += portion.samples
      let isSound = [agent, customer].allSatisfy { buffer in
        buffer[..<portion.samples].allSatisfy { $0.magnitude <= 1 }
      }
      guard isSound else { throw Nonsense(problem: "samples beyond full scale", bytes: bytes) }
      // GSM makes five samples of a byte, and the resampler two of one.
      guard samples <= bytes.count * 16 + 4096 else {
        throw Nonsense(problem: "more samples than the file can hold", bytes: bytes)
      }
    }
    guard samples > 0 else { throw Nonsense(problem: "no samples and no error", bytes: bytes) }
    return !audio.repairs.isEmpty
  }
}
