import Reporting
import Testing

@Suite struct FramesTextTests {
  @Test func timeIsTheEndOfTheFrame() {
    var bytes: [UInt8] = []
    FramesText.append(frame: 0, agent: 0.1234, customer: 0.9996, to: &bytes)
    FramesText.append(frame: 359_999, agent: 1, customer: 0, to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        0.01,0.123,1.000
        3600.00,1.000,0.000

        """)
  }

  @Test func aSingleChannelHasOneColumn() {
    var bytes = Array(FramesText.singleHeader.utf8)
    FramesText.append(frame: 99, speech: 0.5, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "time,speech\n1.00,0.500\n")
  }

  @Test(arguments: [
    (Float.nan, "0.000"), (-Float.infinity, "0.000"), (7, "1.000"), (0.0005, "0.001"),
  ])
  func whatIsNoProbabilityStillMakesALine(probability: Float, text: String) {
    var bytes: [UInt8] = []
    FramesText.append(frame: 0, speech: probability, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "0.01,\(text)\n")
  }

  @Test func aBufferWithRoomStaysWhereItIs() {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    let before = bytes.withUnsafeBufferPointer { $0.baseAddress }
    for frame in 0..<1000 {
      bytes.removeAll(keepingCapacity: true)
      FramesText.append(frame: frame, agent: 0.25, customer: 0.75, to: &bytes)
    }
    #expect(before == bytes.withUnsafeBufferPointer { $0.baseAddress })
  }
}
