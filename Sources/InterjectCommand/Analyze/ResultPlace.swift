import Reporting

/// Where the results of a call go.
enum ResultPlace {
  /// A file for each format, as the path says without its extension.
  case files(String)
  /// The one output of all calls, and the number of this one.
  case stream(OrderedOutput, Int)

  /// Whether several calls follow one another there.
  var isStream: Bool { if case .stream = self { true } else { false } }

  /// Opens the place of a format.
  func open(_ format: OutputFormat) throws(CommandFailure) -> ResultFile {
    switch self {
    case .files(let path): ResultFile(try AtomicFile("\(path).\(format.fileExtension)"))
    case .stream(let output, let number): ResultFile(output, number)
    }
  }
}
