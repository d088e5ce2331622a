/// A program's stream into a sink or out of a source.
package struct SoundStream: Hashable, Sendable {
  /// The server's number for it; the same for as long as it lasts, wherever it is moved.
  package var index: Int
  /// The number of its sink or source; nil while it has none.
  package var device: Int?
  /// The process that it belongs to; nil where that is not known.
  package var process: Int?
  /// The program's name, or the stream's where that is not known.
  package var program: String
  /// Whether it is held by its program.
  package var isPaused: Bool

  package init(
    index: Int, device: Int?, process: Int? = nil, program: String = "", isPaused: Bool = false
  ) {
    self.index = index
    self.device = device
    self.process = process
    self.program = Self.bare(program)
    self.isPaused = isPaused
  }

  /// A program's name without the words that ALSA's plug-in puts around it.
  private static func bare(_ program: String) -> String {
    let around = (before: "ALSA plug-in [", after: "]")
    guard program.hasPrefix(around.before), program.hasSuffix(around.after) else { return program }
    return String(program.dropFirst(around.before.count).dropLast(around.after.count))
  }
}
