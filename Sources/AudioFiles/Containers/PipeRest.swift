/// What a pipe delivers behind the samples that a WAV header declares, where nothing can be read again.
///
/// Chunks that describe the recording may follow. Samples in another chunk, a recording that was joined
/// to this one, and what is no chunk would be lost without a word.
struct PipeRest {
  private enum State {
    /// The state before the first byte, which may be the padding of the samples.
    case beginning
    /// The state in the head of a chunk.
    case head([UInt8])
    /// The state in a chunk, of which so many bytes are to come.
    case body(left: Int, isSound: Bool)
    /// The state from what is no chunk on.
    case foreign
  }

  private static let headLength = 8

  private let isBigEndian: Bool
  private var broken: Int
  private var state = State.beginning
  private var lost = 0
  /// The bytes of the chunk under way, which is none if it does not come to its end.
  private var pending = 0

  /// Begins with so many bytes of a block that breaks off.
  init(isBigEndian: Bool, broken: Int = 0) {
    self.isBigEndian = isBigEndian
    self.broken = broken
  }

  /// The bytes so far that may have been audio.
  var unread: Int { lost + pending }

  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes.dropFirst(broken)
    broken -= bytes.count - rest.count
    while let first = rest.first {
      switch state {
      case .beginning:
        if first == 0 { rest = rest.dropFirst() }
        state = .head([])
      case .head(var head):
        head.append(first)
        rest = rest.dropFirst()
        pending += 1
        state = .head(head)
        if head.count == Self.headLength { enter(head) }
      case .body(let left, let isSound):
        let count = min(left, rest.count)
        rest = rest.dropFirst(count)
        if isSound { lost += count } else { pending += count }
        state = .body(left: left - count, isSound: isSound)
        if count == left {
          pending = 0
          state = .head([])
        }
      case .foreign:
        lost += rest.count
        return
      }
    }
  }

  /// Goes into a chunk after its head.
  private mutating func enter(_ head: [UInt8]) {
    let name = head[..<4]
    let size = (isBigEndian ? Array(head[4...]) : head[4...].reversed()).reduce(0) {
      $0 << 8 | Int($1)
    }
    if name.elementsEqual("data".utf8) {
      pending = 0
      state = .body(left: size, isSound: true)
    } else if ["RIFF", "RIFX", "RF64"].contains(where: { name.elementsEqual($0.utf8) }) {
      // Another recording: its chunks come behind its form.
      state = .body(left: 4, isSound: false)
    } else if name.allSatisfy({ 0x20..<0x7F ~= $0 }) {
      state = .body(left: size + size % 2, isSound: false)
    } else {
      lost += pending
      pending = 0
      state = .foreign
    }
    if case .body(left: 0, _) = state {
      pending = 0
      state = .head([])
    }
  }
}
