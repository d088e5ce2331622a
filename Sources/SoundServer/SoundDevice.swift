/// A sink or a source of the sound server.
package struct SoundDevice: Hashable, Sendable {
  /// The server's number for it.
  package var index: Int
  /// The server's name for it, which stays the same from day to day.
  package var name: String
  /// What people call it.
  package var description: String
  /// The number of the sink whose output a source is; nil for a sink, a microphone or a line.
  package var monitored: Int?
  /// Whether the server holds it muted.
  package var isMuted: Bool

  package init(
    index: Int, name: String, description: String, monitored: Int? = nil, isMuted: Bool = false
  ) {
    self.index = index
    self.name = name
    self.description = description
    self.monitored = monitored
    self.isMuted = isMuted
  }

  /// Whether it is what a sink plays.
  package var isMonitor: Bool { monitored != nil }
}
