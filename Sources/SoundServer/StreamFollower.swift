/// Follows the streams that hear a call wherever the sound server moves them.
///
/// It knows the server only by what `take` is given. A default is followed where a default was asked
/// for, and so is a move by the user to another source of the same kind. Otherwise a stream that hears
/// something else than was asked for has strayed, until it is back; it is sent back as soon as its
/// source is there.
package struct StreamFollower: Sendable {
  /// What comes of a look at the server.
  package struct Outcome: Hashable, Sendable {
    /// What has become of the streams.
    package var changes: [StreamChange] = []
    /// The streams to move, each to a source; both by the server's numbers.
    package var moves: [Move] = []
    /// Whether another look is needed soon to be sure.
    package var isUnsettled = false
  }

  /// A stream to be moved to a source.
  package struct Move: Hashable, Sendable {
    package var stream: Int
    package var source: Int
  }

  private var feeds: [FollowedFeed]
  /// The process whose streams are followed.
  private let process: Int
  /// Whether two devices may well hear one source, since they take different channels of it.
  private let mayShare: Bool
  private var isShareTold = false
  private var looksShared = 0
  /// The looks in succession, some two seconds, at which both have to hear one source: a server that has
  /// just started gives everybody what it has first.
  private static let looksToTell = 20

  package init(_ choices: [SourceChoice], process: Int, mayShare: Bool = false) {
    feeds = choices.map { FollowedFeed(choice: $0) }
    self.process = process
    self.mayShare = mayShare
  }

  /// Takes what the server has now.
  package mutating func take(_ state: SoundServerState) -> Outcome {
    var outcome = Outcome()
    let own = state.listeners.filter { $0.process == process }
    bind(own, state, &outcome)
    for index in feeds.indices {
      guard let stream = own.first(where: { $0.index == feeds[index].stream }) else { continue }
      feeds[index].judge(
        stream, feed: index, in: state, takenByOther: taken(besides: index), &outcome)
    }
    tellShared(&outcome)
    return outcome
  }

  /// The connection to the server has been lost: its streams and their numbers mean nothing any more.
  package mutating func forgetStreams() {
    for index in feeds.indices { feeds[index].unbind() }
  }

  /// Finds out which stream belongs to which device of the call.
  private mutating func bind(
    _ own: [SoundStream], _ state: SoundServerState, _ outcome: inout Outcome
  ) {
    for index in feeds.indices {
      if !own.contains(where: { $0.index == feeds[index].stream }) { feeds[index].unbind() }
    }
    var free = own.filter { stream in !feeds.contains { $0.stream == stream.index } }
    for index in feeds.indices where feeds[index].stream == nil {
      guard let target = feeds[index].choice.source(in: state),
        let place = free.firstIndex(where: { $0.device == target.index })
      else { continue }
      feeds[index].stream = free.remove(at: place).index
    }
    let unbound = feeds.indices.filter { feeds[$0].stream == nil }
    guard let first = free.first, !unbound.isEmpty else { return }
    // What one device does not hear must be the other's. Where both hear something else than they asked
    // for, they were opened in this order.
    if unbound.count == 1 {
      feeds[unbound[0]].stream = first.index
    } else if free.count >= unbound.count {
      for (index, stream) in zip(unbound, free.sorted { $0.index < $1.index }) {
        feeds[index].stream = stream.index
      }
    } else {
      outcome.isUnsettled = true
    }
  }

  /// The name of the source that the other device of the call is meant to hear, and does.
  private func taken(besides index: Int) -> String? {
    guard !mayShare, let other = feeds.indices.first(where: { $0 != index }) else { return nil }
    return feeds[other].hasStrayed ? nil : feeds[other].heard
  }

  private mutating func tellShared(_ outcome: inout Outcome) {
    let heard = feeds.compactMap { $0.hasStrayed ? nil : $0.heard }
    guard !mayShare, !isShareTold, heard.count == 2, heard[0] == heard[1] else {
      looksShared = 0
      return
    }
    looksShared += 1
    guard looksShared >= Self.looksToTell else {
      outcome.isUnsettled = true
      return
    }
    isShareTold = true
    outcome.changes.append(.shared)
  }
}
