// Reads spoilt WAV files until one crashes, hangs or gives nonsense.
//
//   swift run -c release AudioFilesFuzz [MUTATIONS] [SEED]
//
// A crash or a hang ends the process by a signal. The same seed spoils the same files the same way, so
// that fewer MUTATIONS find the file again.
import Foundation
import ReaderFuzz

let arguments = CommandLine.arguments.dropFirst().map { Int($0) }
let mutations = max(0, arguments.first.flatMap(\.self) ?? 10_000)
let seed = arguments.dropFirst().first.flatMap(\.self) ?? 1
let samples = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../samples").standardizedFileURL

var last = 0
do {
  let tally = try ReaderFuzz(samples: samples).run(mutations: mutations, seed: seed) { index in
    // A file that takes ten seconds hangs: the signal's default ends the process.
    alarm(10)
    last = index
  }
  print("\(mutations) files: \(tally.read) read, \(tally.mended) of them mended")
  for (code, count) in tally.refused.sorted(by: { $0.value > $1.value }) {
    print("  refused as \(code): \(count)")
  }
} catch {
  print("file \(last) of seed \(seed): \((error as? Nonsense)?.problem ?? "\(error)")")
  if let bytes = (error as? Nonsense)?.bytes {
    let head = bytes.prefix(80).map { String($0, radix: 16) }.joined(separator: " ")
    print("  \(bytes.count) bytes: \(head)")
  }
  exit(1)
}
