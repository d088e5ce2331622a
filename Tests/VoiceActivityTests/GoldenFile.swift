import Foundation

/// The band levels and network outputs that the training recipe wrote for its test signal.
struct GoldenFile {
  /// The numbers of one line.
  struct Row {
    var rate: Int
    /// The frame of levels, the step of logits.
    var index: Int
    var values: [Double]
  }

  var levels: [Row] = []
  var logits: [Row] = []

  init() throws {
    let file = Bundle.module.bundleURL.appending(path: "Golden/detector.txt")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 3, let rate = Int(fields[1]), let index = Int(fields[2]) else {
        continue
      }
      let row = Row(rate: rate, index: index, values: fields[3...].compactMap { Double($0) })
      if fields[0] == "levels" { levels.append(row) }
      if fields[0] == "logits" { logits.append(row) }
    }
  }
}
