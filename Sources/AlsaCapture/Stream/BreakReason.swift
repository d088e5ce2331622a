internal import Conversation

/// Why the capture thread has no audio for a stretch; a plain byte, to go through a ring.
enum BreakReason: UInt8, BitwiseCopyable {
  case overrun, stall, lost, unplugged, ioError, suspended

  var unknownReason: UnknownReason {
    switch self {
    case .overrun: .overrun
    case .stall: .stall
    case .lost: .lost
    case .unplugged: .unplugged
    case .ioError: .ioError
    case .suspended: .suspended
    }
  }
}
