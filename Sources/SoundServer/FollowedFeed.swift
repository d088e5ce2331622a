/// A device of a call that is heard through the sound server: what it asked for, and where it is.
struct FollowedFeed: Sendable {
  /// A stream that is not where it should be, as seen at a look.
  private struct Doubt: Equatable {
    var source: String?
    var target: String?
  }

  /// What was asked for.
  let choice: SourceChoice
  /// The server's number of its stream; nil while there is none.
  var stream: Int?
  /// The name of the source whose audio counts as the party's; nil before there was any.
  private(set) var heard: String?
  /// Whether its audio is not that of the party.
  private(set) var hasStrayed = false
  /// The name of the source that the user has chosen while the call ran.
  private var chosen: String?
  /// What was wrong at the last look, and in how many: one alone may fall into the middle of a move.
  private var doubt: Doubt?
  private var looksInDoubt = 0
  /// The looks that make sure; without any source nothing wrong is heard, and PipeWire takes a moment.
  private static let looksToBelieve = (elsewhere: 2, nowhere: 4)
  private var orders = 0
  private var looksToOrder = 0

  init(choice: SourceChoice) {
    self.choice = choice
  }

  /// Forgets the stream, which has ended.
  mutating func unbind() {
    (stream, heard, doubt, orders, looksToOrder) = (nil, nil, nil, 0, 0)
  }

  /// Judges where the stream is; `takenByOther` is the source that the other device hears.
  mutating func judge(
    _ stream: SoundStream, feed: Int, in state: SoundServerState, takenByOther: String?,
    _ outcome: inout StreamFollower.Outcome
  ) {
    let source = state.source(at: stream.device)
    let target = target(in: state, takenByOther: takenByOther)
    if let source, source.name == target?.name {
      settle(on: source, feed: feed, &outcome)
      return
    }
    let seen = Doubt(source: source?.name, target: target?.name)
    looksInDoubt = seen == doubt ? looksInDoubt + 1 : 1
    doubt = seen
    let enough = source == nil ? Self.looksToBelieve.nowhere : Self.looksToBelieve.elsewhere
    guard looksInDoubt >= enough else {
      outcome.isUnsettled = true
      return
    }
    if let source, let target, isChosenByUser(source, insteadOf: target, takenByOther) {
      chosen = source.name
      settle(on: source, feed: feed, &outcome)
      return
    }
    // PulseAudio refuses a stream for a source that it does not know: it knows it by another name.
    if let source, target == nil, heard == nil, !hasStrayed, !state.isPipeWire {
      chosen = source.name
      settle(on: source, feed: feed, &outcome)
      return
    }
    if !hasStrayed, source == nil || source?.name != heard {
      hasStrayed = true
      outcome.changes.append(.strayed(feed: feed, source: source))
    }
    if let target { order(stream, to: target, &outcome) }
  }

  /// Where the stream should be; nil while that is not there.
  ///
  /// The other party's microphone is nobody's output, even if the server falls back to it.
  private mutating func target(
    in state: SoundServerState, takenByOther: String?
  ) -> SoundDevice? {
    if let chosen {
      if let source = state.source(named: chosen) { return source }
      self.chosen = nil
    }
    let wanted = choice.source(in: state)
    guard wanted?.name == takenByOther, heard != nil || hasStrayed, heard != wanted?.name else {
      return wanted
    }
    return nil
  }

  private mutating func settle(
    on source: SoundDevice, feed: Int, _ outcome: inout StreamFollower.Outcome
  ) {
    if hasStrayed {
      outcome.changes.append(.returned(feed: feed, source: source))
    } else if let heard, heard != source.name {
      outcome.changes.append(.followed(feed: feed, source: source))
    }
    (heard, hasStrayed, doubt, orders, looksToOrder) = (source.name, false, nil, 0, 0)
  }

  /// Whether somebody has put the stream elsewhere on purpose: what was asked for is as it was, and
  /// another source of its kind is heard.
  ///
  /// The server itself puts new streams where their like were the last time, unless a name was given.
  private func isChosenByUser(
    _ source: SoundDevice, insteadOf target: SoundDevice, _ takenByOther: String?
  ) -> Bool {
    guard !hasStrayed, source.isMonitor == target.isMonitor, source.name != takenByOther else {
      return false
    }
    return heard.map { $0 == target.name } ?? (choice == .defaultSource)
  }

  /// Has the stream sent to its source; a server that does not obey is asked ever more seldom.
  private mutating func order(
    _ stream: SoundStream, to target: SoundDevice, _ outcome: inout StreamFollower.Outcome
  ) {
    guard looksToOrder == 0 else {
      looksToOrder -= 1
      return
    }
    orders += 1
    looksToOrder = orders < 4 ? 4 : 30
    outcome.moves.append(StreamFollower.Move(stream: stream.index, source: target.index))
  }
}
