import Batch

/// What is said of the calls of a run that could not be analyzed: a line for each, and one for all
/// whose names do not say what an option expects of them.
struct BatchFailures {
  /// The names that do not fit are named up to this many.
  private static let mostNamed = 3

  /// The lines, in the order of the calls.
  let lines: [String]

  init(_ failures: [Int: CommandFailure], of calls: [BatchCall]) {
    var lines: [String] = []
    var alike: [String: (line: Int, names: [Substring])] = [:]
    for (number, failure) in failures.sorted(by: { $0.key < $1.key }) {
      guard let message = failure.message else { continue }
      if let fault = calls[number].fault, fault.code == .name {
        let name = message.dropLast(fault.message.count + 2)
        let isKnown = alike[fault.message] != nil
        alike[fault.message, default: (lines.count, [])].names.append(name)
        if isKnown { continue }
      }
      lines.append(message)
    }
    for (problem, group) in alike {
      let named = group.names.prefix(Self.mostNamed).joined(separator: ", ")
      let more = group.names.count - Self.mostNamed
      lines[group.line] = "\(named)\(more > 0 ? " and \(more) more" : ""): \(problem)"
    }
    self.lines = lines
  }
}
