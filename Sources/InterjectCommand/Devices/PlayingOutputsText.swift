/// Which outputs play while nothing is heard of the customer, and what to do.
enum PlayingOutputsText {
  /// The line for outputs by name, each with its programs.
  static func line(_ outputs: [String]) -> String {
    guard !outputs.isEmpty else {
      return "no other output is playing; 'interject devices' lists all of them"
    }
    // What to do comes first: a narrow screen shows only the beginning.
    return "try --customer with another that is playing: \(outputs.joined(separator: ", "))"
  }
}
