extension DashboardState {
  /// Takes a key that changes only what is shown; false for every other.
  ///
  /// `lines` is how far a page goes.
  public mutating func obey(_ key: DashboardKey, page lines: Int) -> Bool {
    switch key {
    case .help: showsHelp.toggle()
    case .enter: open()
    case .escape: close()
    case .up: move(by: 1)
    case .down: move(by: -1)
    case .pageUp: move(by: lines)
    case .pageDown: move(by: -lines)
    case .home: move(by: .max / 2)
    case .end: move(by: -.max / 2)
    case .quit, .hangUp, .pause, .mark, .newCall, .hold, .mute, .wrong, .undo: return false
    }
    return true
  }

  private mutating func open() {
    guard !showsHelp else { return showsHelp = false }
    switch page {
    case .call: page = .day(chosen: max(0, day.calls.count - 1))
    case .day(let chosen) where day.calls.indices.contains(chosen):
      page = .past(call: chosen, moment: 0)
    case .day, .past: break
    }
  }

  private mutating func close() {
    guard !showsHelp else { return showsHelp = false }
    switch page {
    case .call: break
    case .day: page = .call
    case .past(let call, _): page = .day(chosen: call)
    }
  }

  /// Moves in what is shown, upwards to what is older for positive counts.
  private mutating func move(by lines: Int) {
    switch page {
    case .call: scroll(by: lines)
    case .day(let chosen):
      page = .day(chosen: min(max(0, chosen - lines), max(0, day.calls.count - 1)))
    case .past(let call, let moment):
      let moments = day.calls.indices.contains(call) ? day.calls[call].moments.count : 0
      page = .past(call: call, moment: min(max(0, moment - lines), max(0, moments - 1)))
    }
  }
}
