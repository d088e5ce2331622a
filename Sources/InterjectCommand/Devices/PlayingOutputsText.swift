/// Which outputs play while nothing is heard of the customer, and what to do.
enum PlayingOutputsText {
  /// The line for outputs by name, each with its programs.
  static func line(_ outputs: [String]) -> String {
    guard !outputs.isEmpty else {
      return "no output is playing; 'interject devices' lists all of them"
    }
    return
      "these outputs are playing: \(outputs.joined(separator: ", ")); if the call is on one that "
      + "is not heard, choose it with --customer NAME"
  }
}
