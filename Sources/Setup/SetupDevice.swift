/// A microphone or an output, by the name that options take and by what people call it.
package struct SetupDevice: Hashable, Sendable {
  /// The name for `--agent` or `--customer`.
  package var name: String
  /// What people call it; empty where nothing is known.
  package var description: String
  /// The programs that play into an output at the moment.
  package var programs: [String]
  /// Whether the sound server holds it muted.
  package var isMuted: Bool

  package init(
    name: String, description: String = "", programs: [String] = [], isMuted: Bool = false
  ) {
    self.name = name
    self.description = description
    self.programs = programs
    self.isMuted = isMuted
  }

  /// What people call it, or its name where they call it nothing.
  package var title: String { description.isEmpty ? name : description }
}
