/// A WAV file put together byte by byte, so that a test can spoil any of it.
public struct WaveBytes: Sendable {
  /// The four letters at the front.
  public var form: String = "RIFF"
  /// The code of the encoding.
  public var encoding: Int = 1
  /// The interleaved channels.
  public var channels: Int
  /// The sample rate.
  public var rate: Int
  /// The bits of a sample.
  public var bits: Int = 16
  /// The bytes of the samples.
  public var data: [UInt8]
  /// The size in the header where it lies; nil for the truth.
  public var declaredSize: Int?
  /// The size of the whole in the header where it lies; nil for the truth.
  public var declaredWhole: Int?
  /// Chunks between the format and the samples.
  public var chunksBefore: [(name: String, body: [UInt8])] = []
  /// Chunks after the samples.
  public var chunksAfter: [(name: String, body: [UInt8])] = []

  /// Creates a recording of 16 bit samples, channels interleaved.
  public init(rate: Int, channels: Int, samples: [Int16]) {
    self.rate = rate
    self.channels = channels
    data = samples.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  /// Creates a recording of floating-point samples, channels interleaved.
  public init(rate: Int, channels: Int, floats: [Float]) {
    self.init(rate: rate, channels: channels, samples: [])
    encoding = 3
    bits = 32
    data = floats.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> ($0 * 8)) }
    }
  }

  /// The bytes up to the samples.
  public var header: [UInt8] {
    let block = channels * bits / 8
    var format = little(encoding, 2) + little(channels, 2) + little(rate, 4)
    format += little(rate * block, 4) + little(block, 2) + little(bits, 2)
    var bytes = chunk("fmt ", format)
    for (name, body) in chunksBefore { bytes += chunk(name, body) }
    bytes += Array("data".utf8) + little(declaredSize ?? data.count, 4)
    let whole = 4 + bytes.count + data.count + after.count
    return Array(form.utf8) + little(declaredWhole ?? whole, 4) + Array("WAVE".utf8) + bytes
  }

  /// The whole file.
  public var bytes: [UInt8] { header + data + after }

  private var after: [UInt8] { chunksAfter.flatMap { chunk($0.name, $0.body) } }

  private func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    Array(name.utf8) + little(body.count, 4) + body + (body.count % 2 == 1 ? [0] : [])
  }

  private func little(_ number: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
