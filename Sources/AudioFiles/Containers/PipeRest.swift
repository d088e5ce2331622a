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

  /// The bytes that are told of at least, as of a file: less is a tag or padding.
  let leastLoss: Int

  private let style: ChunkStyle
  /// The declared bytes to come that are less than a block.
  private var broken: Int
  private var state = State.beginning
  private var lost = 0
  /// The bytes of the chunk under way, which is none if it does not come to its end.
  private var pending = 0

  /// Begins behind the last whole block of a recording; nil for a layout without chunks.
  init?(_ layout: SampleLayout) {
    guard let style = layout.chunks, let declared = layout.declaredLength else { return nil }
    self.style = style
    broken = declared - layout.whole(declared)
    leastLoss = layout.leastLoss
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
        if head.count == style.headLength { enter(head) }
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
    guard let chunk = style.read(head) else {
      lost += pending
      pending = 0
      state = .foreign
      return
    }
    switch chunk.name {
    case "data":
      pending = 0
      state = .body(left: chunk.size, isSound: true)
    // Another recording: its chunks come behind its form.
    case "RIFF", "RIFX", "RF64": state = .body(left: 4, isSound: false)
    default: state = .body(left: chunk.padded, isSound: false)
    }
    if case .body(left: 0, _) = state {
      pending = 0
      state = .head([])
    }
  }
}
