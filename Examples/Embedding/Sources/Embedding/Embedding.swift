import Interject
import Reporting

/// Prints the event stream of the recording that is named.
@main
struct Embedding {
  static func main() throws {
    guard let path = CommandLine.arguments.dropFirst().first else {
      return print("usage: Embedding CALL.wav")
    }
    var lines = JSONLines()
    let source = CallSource(.together(AudioInput(.path(path))))
    let summary = try CallAnalysis().run(source) { lines.append($0) }
    lines.append(summary)
    print(String(decoding: lines.bytes, as: UTF8.self), terminator: "")
  }
}
