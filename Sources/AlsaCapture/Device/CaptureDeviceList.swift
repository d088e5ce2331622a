internal import CALSA
internal import Glibc
package import SoundServer

/// The capture devices of this machine, and the two names that a headset call needs.
public struct CaptureDeviceList: Hashable, Sendable {
  /// All devices that can be opened for capture or are busy, in the system's order.
  public var devices: [ListedDevice]
  /// The name of the default capture device, usually the microphone; nil where there is none.
  public var defaultName: String?
  /// The name under which everything the headset plays is heard; nil where no sound server offers it.
  public var playedName: String?

  /// What the sound server has; nil where there is none.
  package var server: SoundServerState?

  /// The name by which PulseAudio, and PipeWire in its place, offer what the default output plays.
  public static let monitorName: String = "pulse:DEVICE=@DEFAULT_MONITOR@"

  /// Asks the system, opening each device for a moment; some milliseconds to a second.
  ///
  /// With a configuration file, lists the devices which that file defines instead of the system's.
  ///
  /// - Throws: `CaptureError` where the sound server hangs: whoever asks it for its devices would too.
  public static func current(
    configurationFile: String? = nil
  ) throws(CaptureError) -> CaptureDeviceList {
    let server = configurationFile == nil ? try askServer() : nil
    let names =
      configurationFile.map { AlsaLibrary.names(definedIn: $0) } ?? AlsaLibrary.hintedNames()
    var devices: [ListedDevice] = []
    for (name, description) in names where !isConverter(name) {
      let listed = probe(name, description: description, configurationFile: configurationFile)
      if listed.exists { devices.append(listed) }
    }
    let standard = probe("default", description: "", configurationFile: configurationFile)
    return CaptureDeviceList(
      devices: devices, defaultName: standard.exists ? "default" : nil,
      playedName: opens(monitorName, configurationFile: configurationFile) ? monitorName : nil,
      server: server)
  }

  /// What the sound server has; nil where there is none.
  private static func askServer() throws(CaptureError) -> SoundServerState? {
    do throws(SoundServerError) {
      return try SoundServerConnection.open().look()
    } catch {
      guard error.code == .silent else { return nil }
      throw CaptureError(
        device: "pulse", operation: "asking the sound server for", result: -ETIMEDOUT)
    }
  }

  /// Names that stand for a conversion of another device, or for nothing at all.
  private static func isConverter(_ name: String) -> Bool {
    let converters: Set<Substring> = [
      "null", "samplerate", "speexrate", "lavrate", "speex", "upmix", "vdownmix", "jack", "oss",
      "a52", "usbstream", "front", "dsnoop", "dmix",
    ]
    return converters.contains(name.prefix { $0 != ":" })
  }

  /// Opens a device as far as to see what it offers.
  private static func probe(
    _ name: String, description: String, configurationFile: String?
  ) -> ListedDevice {
    var listed = ListedDevice(name: name, description: description)
    let opened = AlsaLibrary.open(name, configurationFile: configurationFile)
    guard opened.status >= 0, let handle = opened.handle else {
      listed.problem = CaptureError(
        device: name, operation: "opening capture device", result: opened.status)
      return listed
    }
    defer { snd_pcm_close(handle) }
    var parameters: OpaquePointer?
    guard snd_pcm_hw_params_malloc(&parameters) >= 0 else { return listed }
    defer { snd_pcm_hw_params_free(parameters) }
    let result = snd_pcm_hw_params_any(handle, parameters)
    guard result >= 0 else {
      listed.problem = CaptureError(device: name, operation: "asking device", result: result)
      return listed
    }
    var low: UInt32 = 0
    var high: UInt32 = 0
    var direction: Int32 = 0
    if snd_pcm_hw_params_get_channels_min(parameters, &low) >= 0,
      snd_pcm_hw_params_get_channels_max(parameters, &high) >= 0, low <= high
    {
      listed.channels = Int(low)...Int(min(high, 1024))
    }
    if snd_pcm_hw_params_get_rate_min(parameters, &low, &direction) >= 0,
      snd_pcm_hw_params_get_rate_max(parameters, &high, &direction) >= 0, low <= high
    {
      listed.rates = Int(low)...Int(min(high, 1_000_000))
    }
    return listed
  }

  /// Whether a device can be set up; a sound server says only then whether it has the source.
  private static func opens(_ name: String, configurationFile: String?) -> Bool {
    let settings = CaptureSettings(configurationFile: configurationFile)
    do throws(CaptureError) {
      _ = try CaptureDevice.open(CaptureRequest(device: name, settings: settings))
      return true
    } catch {
      return error.code == .busy
    }
  }
}
