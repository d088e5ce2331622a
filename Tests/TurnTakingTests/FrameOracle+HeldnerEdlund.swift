import Conversation

extension FrameOracle {
  /// A silence or an overlap, labelled by the two states before it (Heldner & Edlund 2010).
  struct Label: Equatable {
    enum Kind {
      case pause
      case gap
      case withinOverlap
      case betweenOverlap
    }
    var kind: Kind
    var frames: Range<Int>
  }

  private enum State: Equatable {
    case one(Party)
    case both
    case none
  }

  /// Looks back at each entry into a single speaker's state.
  var labels: [Label] {
    var stretches: [(state: State, frames: Range<Int>)] = []
    for frame in frames.indices {
      let state: State =
        areBothSpeaking(frame) ? .both : alone(frame).map { .one($0) } ?? .none
      if let last = stretches.last, last.state == state {
        stretches[stretches.count - 1].frames = last.frames.lowerBound..<frame + 1
      } else {
        stretches.append((state, frame..<frame + 1))
      }
    }
    return stretches.indices.dropFirst(2).compactMap { index in
      guard case .one(let speaker) = stretches[index].state,
        case .one(let before) = stretches[index - 2].state
      else { return nil }
      let between = stretches[index - 1]
      switch (between.state, before == speaker) {
      case (.none, true): return Label(kind: .pause, frames: between.frames)
      case (.none, false): return Label(kind: .gap, frames: between.frames)
      case (.both, true): return Label(kind: .withinOverlap, frames: between.frames)
      case (.both, false): return Label(kind: .betweenOverlap, frames: between.frames)
      case (.one, _): return nil
      }
    }
  }
}
