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
  private let rate: Int
  /// The samples given so far.
  private var position = 0
  /// The frames decoded so far.
  private var decoded = 0
  /// The stretches, in samples given, that cannot be decoded; those that are over are dropped.
  private var holes: [Range<Int>] = []
  /// Whether the samples of the latest read are unknown.
  private(set) var isMissing = false

  /// Prepares a recording and decodes its first block, so that a hollow one is refused here.
  init(
    _ file: SoundFile, channels: (Int, Int?), rate: EngineRate
  ) throws(AudioFileError) {
    self.file = file
    self.channels = (channels.0, channels.1 ?? 0)
    isPair = channels.1 != nil
    block = SampleBlock(file)
    self.rate = rate.rawValue
    expectedSamples = file.frames.map { ($0 * rate.rawValue + file.rate - 1) / file.rate }
    resampler =
      file.rate == rate.rawValue
      ? nil : Resampler(from: file.rate, to: rate, channels: isPair ? 2 : 1)
    guard try refill() else {
      throw file.hasHeader ? SoundFile.noSamples(file.name) : SoundFile.nothingCame(file.name)
    }
  }

  /// Reads samples of the one or two channels, and tells how many; 0 at the end.
  ///
  /// Fewer than `count` come from a file only before the end and where a damage begins or ends, from
  /// a pipe whenever it has no more.
  func read(
    _ first: UnsafeMutablePointer<Float>, _ second: UnsafeMutablePointer<Float>?, count: Int
  ) throws(AudioFileError) -> Int {
    let lanes = SampleBlock.Lanes(
      channels: channels, first: first, second: isPair ? second : nil)
    var done = 0
    while done < count {
      if let resampler {
        if !resampler.isHungry {
          let room = untilChange(done, of: count)
          guard room > 0 else { break }
          let given = resampler.take(lanes.advanced(by: done), count: room)
          done += given
          position += given
          // A hungry one has given less than there was room for.
          if given == 0, !resampler.isHungry { break }
        } else if try prepareBlock(done) {
          resampler.feed(block, channels: channels)
        } else if done > 0, file.isPipe {
          break
        } else {
          resampler.finish()
        }
      } else {
        guard try prepareBlock(done) else { break }
        let part = min(untilChange(done, of: count), block.count)
        guard part > 0 else { break }
        block.take(part, lanes.advanced(by: done))
        done += part
        position += part
      }
    }
    return done
  }

  /// The samples for which there is room until the known become unknown, or the other way round.
  private func untilChange(_ done: Int, of count: Int) -> Int {
    while let hole = holes.first, hole.upperBound <= position { holes.removeFirst() }
    let hole = holes.first
    let isMissing = hole?.contains(position) ?? false
    if done == 0 { self.isMissing = isMissing }
    guard isMissing == self.isMissing else { return 0 }
    let change = hole.map { isMissing ? $0.upperBound : $0.lowerBound } ?? .max
    return min(count - done, change - position)
  }

  /// What had to be mended so far.
  func repairs(of parties: (Party?, Party?)) -> [Repair] {
    var repairs: [Repair] = []
    for kind in file.repairs {
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
    return try refill()
  }

  /// Decodes the next block, and notes where it is missing.
  private func refill() throws(AudioFileError) -> Bool {
    guard try block.refill() else { return false }
    let start = decoded
    decoded += block.count
    guard block.isMissing else { return true }
    let hole = given(start)..<given(decoded)
    if let last = holes.last, last.upperBound >= hole.lowerBound {
      holes[holes.count - 1] = last.lowerBound..<hole.upperBound
    } else if !hole.isEmpty {
      holes.append(hole)
    }
    return true
  }

  /// The samples given for so many frames, rounded up.
  private func given(_ frames: Int) -> Int { (frames * rate + file.rate - 1) / file.rate }
}
