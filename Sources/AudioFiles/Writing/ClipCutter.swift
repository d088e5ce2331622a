public import Conversation

/// Cuts stretches out of a recording, to be played within a page.
///
/// The recording is read once from front to back; memory is that of the stretches.
public enum ClipCutter {
  private static let blockLength = 16_384

  /// The clips of some stretches of a call, in their order, as long as they have `room` together.
  ///
  /// A stretch that there is no audio or no room for has none. `room` is in bytes.
  /// - Throws: `AudioFileError` where the recording cannot be read.
  public static func clips(
    of stretches: [Interval], in source: CallSource, room: Int
  ) throws(AudioFileError) -> [CallClip?] {
    guard let end = stretches.map(\.end).max() else { return [] }
    var audio = try CallAudio.open(source)
    let ticks = SampleTime.ticksPerSecond / audio.rate.rawValue
    var samples = [[Float]](repeating: [], count: stretches.count)
    let buffers = PartyPair(
      agent: UnsafeMutableBufferPointer<Float>.allocate(capacity: blockLength),
      customer: UnsafeMutableBufferPointer<Float>.allocate(capacity: blockLength))
    defer {
      buffers.agent.deallocate()
      buffers.customer.deallocate()
    }
    var position = 0
    while position * ticks < end.ticks {
      let portion = try audio.read(agent: buffers.agent, customer: buffers.customer)
      if portion.isEnd { break }
      for (index, stretch) in stretches.enumerated() {
        let from = max(0, stretch.start.ticks / ticks - position)
        let until = min(portion.samples, stretch.end.ticks / ticks - position)
        guard from < until else { continue }
        for sample in from..<until {
          samples[index].append(buffers.agent[sample])
          samples[index].append(buffers.customer[sample])
        }
      }
      position += portion.samples
    }
    let encoder = ClipEncoder(rate: audio.rate)
    var left = room
    return samples.map { samples in
      guard !samples.isEmpty, left > 0, let clip = encoder.encode(samples),
        clip.bytes.count <= left
      else { return nil }
      left -= clip.bytes.count
      return clip
    }
  }
}
