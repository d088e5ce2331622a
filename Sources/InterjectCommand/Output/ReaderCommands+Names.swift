import Reporting

extension ReaderCommands {
  /// The commands and options of `interject`.
  static let interject = ReaderCommands(
    events: "--format events-csv", review: "interject review",
    sample: "interject review RESULTS --sample 40",
    evaluation: "interject review --answers FILE",
    comparison: "interject team RESULTS --answers FILE", answers: "--answers FILE",
    numbers: "With --output, interject team also writes team.calls.csv")
}
