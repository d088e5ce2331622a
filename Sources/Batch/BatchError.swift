/// A fault in what names the calls of a batch; its description is one line: where, what, what to do.
package struct BatchError: Error, Equatable, Sendable {
  /// What is wrong.
  package enum Code: Sendable {
    /// What the user wrote cannot be understood: a pattern, or names that exclude each other.
    case usage
    /// The name of a recording does not say what an option expects of it.
    case name
    /// A list of calls or segments is not what it should be.
    case data
    /// More speak in a file of segments than a call has parties.
    case parties
    /// A place that was named is not there, or has no recording.
    case notFound
    /// A place cannot be read or written.
    case unreadable
  }

  /// What is wrong.
  package let code: Code
  /// Where it is: an option, a file, or a file and a line.
  package let place: String
  /// What is wrong, and what to do.
  package var message: String

  package init(_ code: Code, at place: String, _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}

extension BatchError: CustomStringConvertible {
  /// What is wrong, where, and what to do, in one line; control characters are written as `?`.
  package var description: String {
    String("\(place): \(message)".map { $0.unicodeScalars.contains { $0.value < 32 } ? "?" : $0 })
  }
}
