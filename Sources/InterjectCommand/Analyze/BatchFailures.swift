import Batch

/// What is said of the calls of a run that could not be analyzed: a line for each, and one for all
/// whose names do not say what an option expects of them.
struct BatchFailures {
  /// The lines, in the order of the calls.
  let lines: [String]

  init(_ failures: [Int: CommandFailure], of calls: [BatchCall]) {
    var lines: [String] = []
    var alike: [String: (place: Int, count: Int)] = [:]
    for (number, failure) in failures.sorted(by: { $0.key < $1.key }) {
      guard let message = failure.message else { continue }
      if let fault = calls[number].fault, fault.code == .name {
        if let known = alike[fault.message] {
          alike[fault.message] = (known.place, known.count + 1)
          continue
        }
        alike[fault.message] = (lines.count, 1)
      }
      lines.append(message)
    }
    for (problem, group) in alike where group.count > 1 {
      let others = group.count == 2 ? "1 other" : "\(group.count - 1) others"
      let place = lines[group.place].dropLast(problem.count + 2)
      lines[group.place] = "\(place) and \(others): \(problem)"
    }
    self.lines = lines
  }
}
