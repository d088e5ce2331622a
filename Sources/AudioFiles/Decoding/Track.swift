import Conversation

/// One recording on its way to the engine: one or two of its channels, at the engine's rate.
final class Track {
  let file: SoundFile
  /// The samples of a channel at the engine's rate; nil for a pipe that says nothing.
  let expectedSamples: Int?

  private let channels: (Int, Int)
  private let isPair: Bool
  private let block: SampleBlock
  private let resampler: Resampler?

  /// Prepares a recording and decodes its first block, so that a hollow one is refused here.
  init(
    _ file: SoundFile, channels: (Int, Int?), rate: EngineRate
  ) throws(AudioFileError) {
    self.file = file
    self.channels = (channels.0, channels.1 ?? 0)
    isPair = channels.1 != nil
    block = SampleBlock(file)
    expectedSamples = file.frames.map { ($0 * rate.rawValue + file.rate - 1) / file.rate }
    if file.rate == rate.rawValue {
      resampler = nil
    } else {
      guard let made = Resampler(from: file.rate, to: rate, channels: isPair ? 2 : 1) else {
        throw AudioFileError(
          .unsupportedRate, at: file.name, problem: "cannot be resampled from \(file.rate) Hz",
          remedy: "convert it to 16000 Hz")
      }
      resampler = made
    }
    guard try block.refill() else {
      throw file.hasHeader ? SoundFile.noSamples(file.name) : SoundFile.nothingCame(file.name)
    }
  }

  /// Reads samples of the one or two channels, and tells how many; 0 at the end.
  ///
  /// Fewer than `count` come from a file only before the end, from a pipe whenever it has no more.
  func read(
    _ first: UnsafeMutablePointer<Float>, _ second: UnsafeMutablePointer<Float>?, count: Int
  ) throws(AudioFileError) -> Int {
    let lanes = SampleBlock.Lanes(
      channels: channels, first: first, second: isPair ? second : nil)
    var done = 0
    while done < count {
      if let resampler {
        done += resampler.take(lanes.advanced(by: done), count: count - done)
        guard done < count, resampler.isHungry else { break }
        if try prepareBlock(done) {
          resampler.feed(block, channels: channels)
        } else if done > 0, file.isPipe {
          break
        } else {
          resampler.finish()
        }
      } else {
        guard try prepareBlock(done) else { break }
        let part = min(count - done, block.count)
        block.take(part, lanes.advanced(by: done))
        done += part
      }
    }
    return done
  }

  /// What had to be mended so far.
  func repairs(of parties: (Party?, Party?)) -> [Repair] {
    var repairs: [Repair] = []
    if let kind = file.repair {
      repairs.append(Repair(kind: kind, party: isPair ? nil : parties.0, place: file.name))
    }
    for (index, party) in [parties.0, parties.1].enumerated() {
      if block.nonFinite[index] > 0 {
        repairs.append(
          Repair(
            kind: .nonFinite(samples: block.nonFinite[index]), party: party, place: file.name))
      }
      if block.beyond[index] > 0 {
        repairs.append(
          Repair(
            kind: .beyondFullScale(samples: block.beyond[index]), party: party, place: file.name))
      }
    }
    return repairs
  }

  /// Sees to it that the block holds frames; false at the end.
  ///
  /// A pipe is asked for more only when there is nothing to give meanwhile.
  private func prepareBlock(_ done: Int) throws(AudioFileError) -> Bool {
    if !block.isEmpty { return true }
    if done > 0, file.isPipe { return false }
    return try block.refill()
  }
}
