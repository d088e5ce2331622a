import Words

extension RecognizerError {
  /// The error in one line, with what brings words instead.
  var withCommands: String {
    switch code {
    case .missing, .unusable: "\(self); “make words” fetches it, or give a transcript"
    case .unknownProcessor: "\(self); give a transcript"
    }
  }
}
