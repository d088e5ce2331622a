/// The result of a call in one format on its way to a file of its own or the output of all calls.
struct ResultFile: ~Copyable {
  private var file: AtomicFile?
  private let stream: (output: OrderedOutput, number: Int)?

  init(_ file: consuming AtomicFile) {
    self.file = consume file
    stream = nil
  }

  init(_ output: OrderedOutput, _ number: Int) {
    stream = (output, number)
  }

  mutating func append(_ bytes: [UInt8]) throws(CommandFailure) {
    try file?.append(bytes)
    try stream?.output.append(bytes, of: stream?.number ?? 0)
  }

  /// Gives a file its name; what went to the output of all calls is there already.
  mutating func finish() throws(CommandFailure) { try file?.finish() }
}
