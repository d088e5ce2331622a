internal import CSoundServer

/// A connection to the user's sound server, PulseAudio or PipeWire in its place.
///
/// Its library is loaded when it is first used. It starts no server, and a server that hangs is waited
/// for no longer than it may. Use it from one thread; it ends when it goes out of use.
package struct SoundServerConnection: ~Copyable {
  /// How long a server is waited for.
  package static let patience = 2000

  private let server: OpaquePointer

  private init(owning server: OpaquePointer) {
    self.server = server
  }

  deinit {
    ij_sound_close(server)
  }

  /// Connects to the server that the user's settings name.
  package static func open(
    milliseconds: Int = patience
  ) throws(SoundServerError) -> SoundServerConnection {
    var reason: Int32 = 0
    guard let server = ij_sound_open("Interject", Int32(milliseconds), &reason) else {
      throw SoundServerError(reason: reason)
    }
    return SoundServerConnection(owning: server)
  }

  /// Asks for all that the server has now.
  ///
  /// After an error the connection is of no more use.
  package func look(
    milliseconds: Int = patience
  ) throws(SoundServerError) -> SoundServerState {
    var state = SoundServerState()
    let result = withUnsafeMutablePointer(to: &state) { state in
      ij_sound_look(
        server, Int32(milliseconds),
        { context, facts in
          guard let facts else { return }
          context?.assumingMemoryBound(to: SoundServerState.self).pointee.take(facts.pointee)
        },
        { context, entry in
          guard let entry else { return }
          context?.assumingMemoryBound(to: SoundServerState.self).pointee.take(entry.pointee)
        }, state)
    }
    guard result == 0 else { throw SoundServerError(reason: result) }
    return state
  }

  /// Waits for a change of anything; false where none has come.
  func wait(milliseconds: Int) throws(SoundServerError) -> Bool {
    let result = ij_sound_wait(server, Int32(milliseconds))
    guard result >= 0 else { throw SoundServerError(reason: result) }
    return result > 0
  }

  /// Asks for a stream to be moved to a source.
  func move(stream: Int, toSource source: Int) {
    ij_sound_move(server, UInt32(stream), UInt32(source))
  }

  /// What ends a wait, from any thread, for as long as the connection is there.
  var waker: @Sendable () -> Void {
    nonisolated(unsafe) let server = server
    return { ij_sound_wake(server) }
  }
}

extension SoundServerState {
  /// Takes what the server says of itself.
  fileprivate mutating func take(_ facts: ij_sound_facts) {
    software = text(facts.software)
    address = text(facts.address)
    isLocal = facts.is_local
    defaultSink = name(facts.default_sink)
    defaultSource = name(facts.default_source)
  }

  /// Takes something that the server has.
  fileprivate mutating func take(_ entry: ij_sound_entry) {
    let device = entry.device == .max ? nil : Int(entry.device)
    switch Int(entry.kind) {
    case IJ_SOUND_SINK:
      sinks.append(
        SoundDevice(
          index: Int(entry.index), name: text(entry.name), description: text(entry.description),
          isMuted: entry.is_muted))
    case IJ_SOUND_SOURCE:
      sources.append(
        SoundDevice(
          index: Int(entry.index), name: text(entry.name), description: text(entry.description),
          monitored: device, isMuted: entry.is_muted))
    case IJ_SOUND_PLAYER: players.append(stream(entry, on: device))
    default: listeners.append(stream(entry, on: device))
    }
  }

  private func stream(_ entry: ij_sound_entry, on device: Int?) -> SoundStream {
    SoundStream(
      index: Int(entry.index), device: device,
      process: entry.process == 0 ? nil : Int(entry.process),
      program: name(entry.name) ?? text(entry.description), isPaused: !entry.is_running)
  }

  private func text(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// A name; none where PipeWire gives its word for one that is not there yet.
  private func name(_ text: UnsafePointer<CChar>?) -> String? {
    let name = self.text(text)
    return name.isEmpty || name.hasPrefix("@") ? nil : name
  }
}
