import AudioFiles
import Reporting

/// The names of the files that `--output` makes.
enum OutputName {
  /// The recording's name without folder and extension, with the format's extension.
  static func path(of source: CallSource, _ format: OutputFormat, in folder: String) -> String {
    let input =
      switch source.layout {
      case .together(let input): input.name
      case .apart(let agent, _): agent.name
      }
    let name = input.split(separator: "/").last.map(String.init) ?? input
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name }
    return "\(folder)/\(stem ?? name).\(format.fileExtension)"
  }
}
