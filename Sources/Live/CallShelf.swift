/// Many live calls on one thread: each is served when its audio has come.
///
/// Among thousands of calls, no engine stays in the cache: while one call is served, the next one
/// is fetched. Calls are distinguished by their `session`, which has the caller's own name of each.
public struct CallShelf<Source: LiveSource & ~Copyable>: ~Copyable {
  /// The pieces that a call may take in a round, so that one that lags does not hold up the others.
  private static var mostPieces: Int { 8 }

  private var calls: [ServedCall<Source>] = []

  /// Creates a shelf without calls.
  public init() {}

  /// The calls under way.
  public var count: Int { calls.count }

  /// The call at a place, from 0 up to, not including, `count`; places change when a call ends.
  public subscript(place: Int) -> ServedCall<Source> { calls[place] }

  /// Adds a call, at the last place.
  public mutating func add(_ call: ServedCall<Source>) { calls.append(call) }

  /// Serves a call with the next piece that its source has, and fetches the call behind it; false
  /// where no piece has come.
  @discardableResult
  public func serve(at place: Int, tell: (LiveItem) -> Void) -> Bool {
    calls[place + 1 < calls.count ? place + 1 : 0].prefetch()
    return calls[place].serve(tell: tell)
  }

  /// Serves every call once with what has arrived, and finishes those that are over.
  ///
  /// `tell` is given each item and its call; nothing waits. Returns whether anything had arrived.
  @discardableResult
  public mutating func serve(tell: (ServedCall<Source>, LiveItem) -> Void) -> Bool {
    var hasServed = false
    for place in calls.indices {
      let call = calls[place]
      var pieces = 0
      while pieces < Self.mostPieces, serve(at: place, tell: { tell(call, $0) }) { pieces += 1 }
      if pieces > 0 { hasServed = true }
      if call.isOver { call.finish { tell(call, $0) } }
    }
    calls.removeAll(where: \.isOver)
    return hasServed
  }
}
