internal import CALSA
internal import Glibc

extension CaptureError: CustomStringConvertible {
  /// One line: what failed, on which device, and what to do.
  public var description: String {
    "\(operation) '\(device)' failed: \(reason); \(remedy)"
  }

  private var reason: String {
    switch code {
    case .unknownDevice: "there is no such capture device"
    case .busy: "another program is using it"
    case .gone: "it has been unplugged"
    case .denied: "you may not open it"
    case .unreachable: "the sound server does not answer"
    case .unsupported where systemError == 0: "the device does not have it"
    default: String(cString: snd_strerror(-systemError))
    }
  }

  private var remedy: String {
    switch code {
    case .unknownDevice: "name another device"
    case .busy: "close that program, or capture through the sound server ('default' or 'pulse')"
    case .gone: "plug it in again or name another device"
    case .denied: "join the group 'audio' (sudo usermod -aG audio $USER) and log in again"
    case .unreachable where systemError == ETIMEDOUT:
      "it hangs: restart it (systemctl --user restart pipewire-pulse, or pulseaudio -k)"
    case .unreachable: "start PulseAudio or PipeWire, or name a hardware device such as 'plughw:0'"
    case .unsupported: "try the name with 'plug' before it, or other channels or another rate"
    default: "try another device"
    }
  }

  /// The error for a libasound result met while doing something to a device.
  init(device: String, operation: String, result: Int32) {
    let number = -result
    let code: Code =
      switch number {
      case ENOENT, ENXIO: .unknownDevice
      case EBUSY, EAGAIN: .busy
      case ENODEV: .gone
      case EACCES, EPERM: .denied
      case ECONNREFUSED, EHOSTDOWN, ETIMEDOUT: .unreachable
      case EINVAL: .unsupported
      default: .failed
      }
    self.init(code: code, device: device, operation: operation, systemError: number)
  }
}
