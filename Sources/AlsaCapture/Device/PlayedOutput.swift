internal import Glibc
internal import SoundServer

/// What must be asked of the sound server because ALSA's plugin cannot tell it.
enum PlayedOutput {
  /// The name to open for a device's.
  ///
  /// PipeWire does not know PulseAudio's word for what the default output plays and gives the
  /// microphone instead (seen with 0.3.65), so there the word is replaced by the name that it stands
  /// for now. Where there is no library to ask with nothing is replaced; a server that gives no answer,
  /// as one that is still starting, cannot be reached yet.
  static func resolved(_ device: String) throws(CaptureError) -> String {
    guard device == CaptureDeviceList.monitorName else { return device }
    let state: SoundServerState
    do throws(SoundServerError) {
      state = try SoundServerConnection.open().look()
    } catch {
      if error.code == .noLibrary { return device }
      throw unreachable
    }
    return try name(in: state)
  }

  /// The name of the device that hears the default output, from what the server has.
  static func name(in state: SoundServerState) throws(CaptureError) -> String {
    guard state.isPipeWire else { return CaptureDeviceList.monitorName }
    guard let source = state.defaultMonitor else { throw unreachable }
    return CaptureRequest.device(hearing: source.name)
  }

  private static var unreachable: CaptureError {
    CaptureError(
      device: CaptureDeviceList.monitorName, operation: "opening capture device",
      result: -ECONNREFUSED)
  }
}
