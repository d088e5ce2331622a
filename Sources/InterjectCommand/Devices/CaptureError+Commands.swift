import AlsaCapture

extension CaptureError {
  /// The error in one line, with the command that lists devices where another one is needed.
  var withCommands: String {
    let isAnother = code == .unknownDevice || code == .failed
    return isAnother ? "\(self); 'interject devices' lists them" : description
  }
}
