internal import CALSA
public import Conversation
internal import Glibc
internal import SoundServer

/// An opened capture device, ready to start; closed when it goes out of use.
public struct CaptureDevice: ~Copyable, Sendable {
  /// What was asked for.
  public let request: CaptureRequest
  /// What the device agreed to.
  public let format: CaptureFormat
  /// The rate that the device's audio is brought to.
  public var engineRate: EngineRate { EngineRate(forSampleRate: format.rate) }
  /// Whether it is one of the sound server's.
  var isServed: Bool { request.choice != nil }

  nonisolated(unsafe) let handle: OpaquePointer

  private init(owning handle: OpaquePointer, format: CaptureFormat, request: CaptureRequest) {
    self.handle = handle
    self.format = format
    self.request = request
  }

  deinit {
    snd_pcm_close(handle)
  }

  /// Makes sure that no sound server hangs behind a device; whether there is one, ALSA says as well.
  package static func awaitServer(_ device: String) throws(CaptureError) {
    do throws(SoundServerError) {
      _ = try SoundServerConnection.open()
    } catch {
      guard error.code == .silent else { return }
      throw CaptureError(
        device: device, operation: "opening capture device", result: -ETIMEDOUT)
    }
  }

  /// Opens a device and agrees on rate, format, channels and buffer with it.
  ///
  /// Nothing is captured yet. libasound's own messages are kept from stderr for the whole process.
  public static func open(_ request: CaptureRequest) throws(CaptureError) -> CaptureDevice {
    let file = request.settings.configurationFile
    let name = file == nil ? try PlayedOutput.resolved(request.device) : request.device
    let opened = AlsaLibrary.open(name, configurationFile: file)
    guard opened.status >= 0, let handle = opened.handle else {
      throw CaptureError(
        device: request.device, operation: "opening capture device", result: opened.status)
    }
    do throws(CaptureError) {
      let negotiation = Negotiation(handle: handle, request: request)
      let format = try negotiation.agree()
      return CaptureDevice(owning: handle, format: format, request: request)
    } catch {
      snd_pcm_close(handle)
      throw error
    }
  }
}
