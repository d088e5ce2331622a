internal import CALSA
internal import CAlsaCalls
internal import Synchronization

/// The opening of devices, one at a time: some of libasound's plugins are not reentrant.
enum AlsaLibrary {
  private static let gate = Mutex<Void>(())
  private static let silenced: Void = ij_alsa_silence()

  /// Keeps libasound's own messages from stderr.
  static func silence() { silenced }

  /// Opens a PCM for capture without blocking; a negative result is libasound's.
  static func open(_ name: String, configurationFile: String?) -> Result {
    silence()
    return gate.withLock { _ in
      var handle: OpaquePointer?
      let mode = Int32(SND_PCM_NONBLOCK)
      guard let configurationFile else {
        let status = snd_pcm_open(&handle, name, SND_PCM_STREAM_CAPTURE, mode)
        return Result(handle: handle, status: status)
      }
      var tree: OpaquePointer?
      var update: OpaquePointer?
      var status = snd_config_update_r(&tree, &update, configurationFile)
      if status >= 0 {
        status = snd_pcm_open_lconf(&handle, name, SND_PCM_STREAM_CAPTURE, mode, tree)
      }
      if let tree { snd_config_delete(tree) }
      if let update { snd_config_update_free(update) }
      return Result(handle: handle, status: status)
    }
  }

  /// A handle where the status is not negative.
  struct Result: @unchecked Sendable {
    let handle: OpaquePointer?
    let status: Int32
  }
}
