package import SoundServer

extension CaptureRequest {
  /// The source that the device asks of the sound server; nil for a device that is none of its.
  package var choice: SourceChoice? {
    settings.configurationFile == nil ? AlsaLibrary.definition(of: device)?.choice : nil
  }

  /// Where the sound server of the device is, if the device's own definition says so.
  package var namedServer: String? {
    settings.configurationFile == nil ? AlsaLibrary.definition(of: device)?.server : nil
  }

  /// Whether ALSA's configuration has a device of this name.
  package static func isDefined(_ device: String) -> Bool {
    AlsaLibrary.definition(of: device) != nil
  }

  /// ALSA's name for a source of the sound server.
  package static func device(hearing source: String) -> String {
    let isPlain = source.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return "pulse:DEVICE=" + (isPlain ? source : "'\(source)'")
  }
}
