import AudioFiles
import CSndfile
import Conversation
import Foundation
import SoundFixtures
import TestSignals

/// Damages recordings in every container and holds the reader to account: nothing may crash, hang or
/// be nonsense, and what is missing or too much must be told.
public final class DamageCampaign {
  private let folder: TemporaryFolder
  private let seeds: [Seed]
  private let buffers: UnsafeMutableBufferPointer<Float>

  private struct Seed {
    var name: String
    var bytes: [UInt8]
    /// The samples of a party that the undamaged file gives.
    var samples: Int
    /// Whether the container says how long it is, so that a missing end can be known.
    var tellsLength: Bool
  }

  /// What is done to a file.
  private enum Fault: CaseIterable {
    case cut, zeros, byte, removed, appended, header
  }

  /// Prepares a recording of some seconds in every container that libsndfile writes.
  public init() throws {
    folder = try TemporaryFolder()
    buffers = .allocate(capacity: 8192)
    var seeds: [Seed] = []
    for container in Self.containers {
      let path = folder.path("whole.\(container.name)")
      let voice = Signals.bursts(rate: 8000, seconds: 2)
      do {
        try SoundWriter.write(
          container.channels == 2 ? Signals.interleave(voice, voice) : voice, to: path,
          format: container.format, rate: 8000, channels: container.channels)
      } catch is SoundWriter.Refusal {
        // libsndfile can be built without some codecs.
        continue
      }
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let samples = try Self.read(path, buffers, limit: .max).samples
      seeds.append(
        Seed(
          name: container.name, bytes: bytes, samples: samples,
          tellsLength: container.tellsLength))
    }
    self.seeds = seeds
  }

  deinit { buffers.deallocate() }

  /// Damages and reads so many files; `before` sees the number of each before it is read.
  ///
  /// - Throws: `Nonsense` for the first file whose samples make no sense.
  public func run(
    files: Int, seed: Int, before: (Int) -> Void = { _ in }
  ) throws -> CampaignTally {
    var random = RandomSource(seed: seed)
    var tally = CampaignTally()
    for index in 0..<files {
      before(index)
      let whole = seeds[index % seeds.count]
      let fault = Fault.allCases[index / seeds.count % Fault.allCases.count]
      let bytes = Self.damage(whole.bytes, fault, &random)
      let path = try folder.write(bytes, as: "damaged.\(whole.name)")
      do {
        let read = try Self.read(path, buffers, limit: bytes.count * 64 + 65_536)
        tally.read += 1
        tally.told += read.isTold ? 1 : 0
        let isKnowable =
          fault != .header && (whole.tellsLength || fault == .byte || fault == .zeros)
        // A tenth of a second is no loss.
        if !read.isTold, isKnowable, abs(read.samples - whole.samples) > 800 {
          tally.unaccounted.append("\(whole.name), \(fault): \(read.samples) of \(whole.samples)")
        }
      } catch let error as AudioFileError {
        tally.refused[error.code.name, default: 0] += 1
      }
    }
    return tally
  }

  private static func damage(
    _ bytes: [UInt8], _ fault: Fault, _ random: inout RandomSource
  ) -> [UInt8] {
    var bytes = bytes
    // Behind the header, which is a matter of its own.
    let place = Int.random(in: bytes.count / 3..<bytes.count - 64, using: &random)
    let count = min(Int.random(in: 16...2000, using: &random), bytes.count - place)
    switch fault {
    case .cut: bytes.removeLast(bytes.count - place)
    case .zeros: bytes.replaceSubrange(place..<place + count, with: repeatElement(0, count: count))
    case .byte: bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    case .removed: bytes.removeSubrange(place..<place + count)
    case .appended:
      bytes += (0..<8000).map { _ in UInt8.random(in: 0...255, using: &random) }
    case .header:
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 0..<min(bytes.count, 200), using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }

  private static func read(
    _ path: String, _ buffers: UnsafeMutableBufferPointer<Float>, limit: Int
  ) throws -> (samples: Int, isTold: Bool) {
    let source = CallSource(.together(AudioInput(.path(path))), loneChannel: .agent)
    var audio = try CallAudio.open(source)
    let agent = UnsafeMutableBufferPointer(rebasing: buffers[..<4096])
    let customer = UnsafeMutableBufferPointer(rebasing: buffers[4096...])
    var samples = 0
    while true {
      let portion = try audio.read(agent: agent, customer: customer)
      if portion.isEnd { break }
      samples += portion.samples
      let isSound = [agent, customer].allSatisfy { buffer in
        buffer[..<portion.samples].allSatisfy { $0.magnitude <= 1 }
      }
      guard isSound else { throw Nonsense(problem: "samples beyond full scale", bytes: []) }
      guard samples <= limit || audio.repairs.contains(where: { $0.code == .damaged }) else {
        throw Nonsense(problem: "more samples than the file can hold", bytes: [])
      }
    }
    return (samples, !audio.repairs.isEmpty)
  }
}
