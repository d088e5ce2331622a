/// Decodes whole recordings and keeps nothing, so that decoding can be timed alone.
package enum DecodingRun {
  /// Reads a call to its end at the rate that it was recorded at.
  package static func run(_ source: CallSource) throws(AudioFileError) {
    switch source.layout {
    case .together(let input): try decode(input)
    case .apart(let agent, let customer):
      try decode(agent)
      try decode(customer)
    }
  }

  private static func decode(_ input: AudioInput) throws(AudioFileError) {
    let file = try SoundFile.open(input, isStopped: { false })
    let block = SampleBlock(file)
    let isPair = file.channels > 1
    var samples: [UnsafeMutablePointer<Float>] = []
    for _ in 0..<2 { samples.append(.allocate(capacity: 32_768)) }
    defer { for pointer in samples { pointer.deallocate() } }
    let lanes = SampleBlock.Lanes(
      channels: (0, isPair ? 1 : 0), first: samples[0], second: isPair ? samples[1] : nil)
    while try block.refill() { block.take(block.count, lanes) }
  }
}
