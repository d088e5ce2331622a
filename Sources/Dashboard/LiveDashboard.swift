public import Conversation

/// The dashboard on a terminal: events and levels in, keys out, drawings when they are due.
///
/// Use it from one thread. The terminal is given back when it goes out of use, and at any other end
/// of the process.
public struct LiveDashboard: ~Copyable {
  /// How an interruption draws attention besides being shown.
  public enum Alert: String, CaseIterable, Sendable {
    /// Not at all.
    case none
    /// By the terminal's bell.
    case bell
    /// By a header that lights up for a moment.
    case flash
  }

  /// What is shown.
  public var state: DashboardState {
    didSet { isChanged = true }
  }
  /// Whether the screen shows less than is known.
  private var isChanged = true
  private var terminal: TerminalSession
  private let style: DashboardStyle
  private let alert: Alert
  private var pace = RedrawPace()

  /// Takes the terminal.
  ///
  /// - Throws: `TerminalError` where there is none that can show a dashboard.
  public init(
    _ state: DashboardState, style: DashboardStyle, alert: Alert = .none
  ) throws(TerminalError) {
    terminal = try .begin(style)
    self.state = state
    self.style = style
    self.alert = alert
    self.state.flashes = alert == .flash
  }

  /// The descriptor on which keys come; wait for it beside whatever else is waited for.
  ///
  /// Nil while the process is in the background of its terminal.
  public var inputDescriptor: Int32? { terminal.inputDescriptor }

  /// Takes the next event; an interruption is drawn at the next chance.
  public mutating func add(_ event: Event) {
    state.add(event)
    guard case .interruption = event.kind else { return }
    pace.hurry(.atOnce)
    if alert == .bell { terminal.ring() }
  }

  /// The keys that have come; those that only change what is shown have been obeyed and are left out.
  public mutating func takeKeys() -> [DashboardKey] {
    let keys = terminal.readKeys()
    if !keys.isEmpty { pace.hurry(.soon) }
    return keys.filter { !obey($0) }
  }

  /// Draws if there is something new and a drawing is due.
  ///
  /// Returns how long what is new has to wait to be drawn; nil where nothing is.
  @discardableResult
  public mutating func refresh(
    at now: ContinuousClock.Instant = ContinuousClock.now
  ) -> Duration? {
    guard terminal.isInUse else { return nil }
    if terminal.refreshSize() {
      pace.hurry(.soon)
      isChanged = true
    }
    guard isChanged else { return nil }
    let wait = pace.wait(at: now)
    guard wait <= .zero else { return wait }
    // A terminal that has not taken the last picture gets the next one later.
    isChanged = !terminal.show(DashboardView.draw(state, size: terminal.size, style: style))
    pace.drawn(at: now)
    return isChanged ? pace.wait(at: now) : nil
  }

  private mutating func obey(_ key: DashboardKey) -> Bool {
    // A screen that is too small for all shows the call and nothing else.
    if key == .enter, !DashboardView.hasPages(terminal.size) { return true }
    return state.obey(key, page: max(1, terminal.size.rows / 3))
  }
}
