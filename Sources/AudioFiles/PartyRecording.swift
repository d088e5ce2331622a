public import Conversation

/// The recording of one party alone, read as a whole.
public enum PartyRecording {
  /// Reads the only channel of a file, or a chosen one, at a rate.
  ///
  /// It takes 4 bytes a sample; one that is longer than `longest` is refused.
  public static func read(
    _ input: AudioInput, as party: Party, channel: ChannelNumber? = nil, rate: EngineRate,
    longest: SampleTime
  ) throws(AudioFileError) -> [Float] {
    let file = try SoundFile.open(input, isStopped: { false })
    let chosen = try file.onlyChannel(party, channel)
    let track = try Track(file, channels: (chosen.index, nil), rate: rate)
    let most = longest.ticks / (SampleTime.ticksPerSecond / rate.rawValue)
    var samples: [Float] = []
    var part = [Float](repeating: 0, count: 4096)
    while true {
      let count = try part.withUnsafeMutableBufferPointer { part throws(AudioFileError) in
        guard let start = part.baseAddress else { return 0 }
        return try track.read(start, nil, count: part.count)
      }
      guard count > 0 else { return samples }
      samples += part[..<count]
      guard samples.count <= most else {
        throw AudioFileError(
          .tooLong, at: input.name,
          problem: "is longer than \(Int(longest.seconds / 60)) minutes",
          remedy: "cut it into parts")
      }
    }
  }
}
