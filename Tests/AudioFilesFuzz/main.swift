// Reads spoilt WAV files, or with "containers" damaged files of every container, until one crashes,
// hangs or gives nonsense; of the latter also what is missing or too much has to be told.
//
//   swift run -c release AudioFilesFuzz [containers] [MUTATIONS] [SEED]
//
// A crash or a hang ends the process by a signal. The same seed spoils the same files the same way, so
// that fewer MUTATIONS find the file again.
import Foundation
import ReaderFuzz

let isCampaign = CommandLine.arguments.dropFirst().first == "containers"
let arguments = CommandLine.arguments.dropFirst(isCampaign ? 2 : 1).map { Int($0) }
let mutations = max(0, arguments.first.flatMap(\.self) ?? 10_000)
let seed = arguments.dropFirst().first.flatMap(\.self) ?? 1
let samples = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../samples").standardizedFileURL

var last = 0
/// Tells of a file before it is read: one that takes ten seconds hangs, and the signal ends the process.
@MainActor func watch(_ index: Int) {
  alarm(10)
  last = index
}

do {
  if isCampaign {
    let tally = try DamageCampaign().run(files: mutations, seed: seed, before: { watch($0) })
    alarm(0)
    print("\(mutations) files: \(tally.read) read, \(tally.told) of them with a note")
    for (code, count) in tally.refused.sorted(by: { $0.key < $1.key }) {
      print("  refused as \(code): \(count)")
    }
    for file in tally.unaccounted { print("  without a word: \(file)") }
    exit(tally.unaccounted.isEmpty ? 0 : 1)
  }
  let tally = try ReaderFuzz(samples: samples).run(
    mutations: mutations, seed: seed, before: { watch($0) })
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
