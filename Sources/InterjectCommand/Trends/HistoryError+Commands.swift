import History

extension HistoryError {
  /// The error in one line, with the command that mends it.
  var withCommands: String {
    switch code {
    case .noResult:
      "\(self); write JSON reports there with interject analyze --format json --output FOLDER, or "
        + "name another"
    case .notResult: "\(self); write one with interject analyze --format json"
    case .notAnswers: "\(self); save one from the page of interject review"
    case .impossibleDate: "\(self); analyze the recording again with --started"
    default: description
    }
  }
}
