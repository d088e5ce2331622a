/// Turns the bytes that a terminal sends into keys; a key's bytes may come in pieces.
struct KeyParser {
  private enum State: Equatable {
    case ground
    case escape
    /// After `ESC [`, with the parameter's bytes so far.
    case sequence([UInt8])
    /// After `ESC O`.
    case shift
  }

  private static let longestSequence = 16

  private var state = State.ground

  /// Whether a key has begun that the next bytes may complete.
  var isIncomplete: Bool { state != .ground }

  /// Takes bytes and returns the keys that they complete; other keys are passed over.
  mutating func parse(_ bytes: some Sequence<UInt8>) -> [DashboardKey] {
    bytes.compactMap { take($0) }
  }

  /// Says that no more bytes have come for a while: a lone escape is the key of that name.
  mutating func flush() -> DashboardKey? {
    defer { state = .ground }
    return state == .escape ? .escape : nil
  }

  private mutating func take(_ byte: UInt8) -> DashboardKey? {
    // An escape always begins anew, whatever was left unfinished.
    if byte == 0x1B {
      let wasEscape = state == .escape
      state = .escape
      return wasEscape ? .escape : nil
    }
    switch state {
    case .ground: return Self.key(Unicode.Scalar(byte))
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .sequence([])
      case UInt8(ascii: "O"): state = .shift
      // Alt and a key.
      default: state = .ground
      }
      return nil
    case .shift:
      state = .ground
      return Self.sequenceKey([], final: byte)
    case .sequence(let parameters):
      if (0x40...0x7E).contains(byte) {
        state = .ground
        return Self.sequenceKey(parameters, final: byte)
      }
      let isTooLong = parameters.count >= Self.longestSequence
      state = isTooLong ? .ground : .sequence(parameters + [byte])
      return nil
    }
  }

  private static func key(_ character: Unicode.Scalar) -> DashboardKey? {
    switch character {
    case "q", "Q": .quit
    case "p", "P", " ": .pause
    case "m", "M": .mark
    case "n", "N": .newCall
    case "h", "H": .hold
    case "u", "U": .mute
    case "w", "W": .wrong
    case "z", "Z": .undo
    case "?": .help
    case "\r", "\n": .enter
    case "k": .up
    case "j": .down
    // Control and D: the end of input.
    case "\u{4}": .quit
    default: nil
    }
  }

  private static func sequenceKey(_ parameters: [UInt8], final: UInt8) -> DashboardKey? {
    // "1;5A" is an arrow with a modifier.
    let number = parameters.prefix { $0 != UInt8(ascii: ";") }
    switch Unicode.Scalar(final) {
    case "A": return .up
    case "B": return .down
    case "C": return .enter
    case "D": return .escape
    case "H": return .home
    case "F": return .end
    case "~":
      switch String(decoding: number, as: UTF8.self) {
      case "5": return .pageUp
      case "6": return .pageDown
      case "1", "7": return .home
      case "4", "8": return .end
      default: return nil
      }
    default: return nil
    }
  }
}
