import Conversation
import Dashboard
import Interject
import Reporting

/// `--dashboard`: the call on the whole terminal, with keys.
final class MonitorDashboardOutput: MonitorOutput {
  /// What is shown beside the call, and how.
  struct Flags {
    var alert = LiveDashboard.Alert.none
    /// What keeps the calls; nil where they are not kept.
    var history: MonitorHistory?
    /// How long a word to the agent stays.
    var wordsStay = SampleTime(seconds: GuidanceSettings().shownFor)
    /// What keeps the audio; nil where it is not kept.
    var recording: MonitorRecording?
    /// The times that events are given.
    var clock = EventClock()
    /// How much plain lines say.
    var detail = PlainDetail.news
    /// The colours.
    var theme = DashboardTheme.usual
    /// The most interruptions in an hour of call that the agent wants.
    var goal: Double?
  }

  private let flags: Flags
  private var dashboard: LiveDashboard?

  init(_ flags: Flags) {
    self.flags = flags
  }

  var inputDescriptor: Int32? { dashboard?.inputDescriptor }

  func begin(_ session: Session, heard: String) throws(CommandFailure) {
    let style = ReportStyle.terminal
    var state = DashboardState(devices: session.parties, clock: flags.clock)
    state.saving = saving
    state.recording = recording
    state.wordsStay = flags.wordsStay
    state.day = CallDay(flags.history, goal: flags.goal)
    do {
      dashboard = try LiveDashboard(
        state,
        style: DashboardStyle(colour: style.colour, ascii: style.ascii, theme: flags.theme),
        alert: flags.alert)
    } catch {
      throw CommandFailure(error)
    }
  }

  func take(delays: PartyPair<SampleTime?>) {
    for party in Party.allCases { dashboard?.state.parties[party].health.delay = delays[party] }
  }

  func take(_ event: Event) throws(CommandFailure) { dashboard?.add(event) }

  private var saving: DashboardState.Saving {
    guard let history = flags.history else { return .off }
    return history.isFailing ? .failing : .on
  }

  private var recording: DashboardState.Recording {
    guard let recording = flags.recording else { return .off }
    return recording.isFailing ? .failing : .on
  }

  func take(_ status: SessionState, _ metrics: Metrics?) throws(CommandFailure) {
    dashboard?.show(status, metrics)
  }

  func take(notice: String) -> Bool {
    dashboard?.state.add(notice: notice)
    return dashboard != nil
  }

  func requests() -> [MonitorRequest] {
    guard let keys = dashboard?.takeKeys() else { return [] }
    return keys.compactMap { key in
      switch key {
      case .quit: return .stop
      case .hangUp: return .hangUp
      case .pause:
        dashboard?.togglePause()
        return .pause
      case .mute:
        dashboard?.toggleMute()
        return .mute
      case .mark: return .mark
      case .wrong:
        guard dashboard?.state.hasContestable == true else {
          dashboard?.state.add(notice: "no interruption to mark as wrong")
          return nil
        }
        return .contest
      case .undo:
        guard dashboard?.state.hasMarkedWrong == true else {
          dashboard?.state.add(notice: "no interruption is marked as wrong")
          return nil
        }
        return .withdrawContest
      case .newCall: return .newCall
      case .hold: return .hold
      default: return nil
      }
    }
  }

  func whenIdle() throws(CommandFailure) -> Int? {
    // Setting what is the same would have it drawn again.
    if dashboard?.state.saving != saving { dashboard?.state.saving = saving }
    if dashboard?.state.recording != recording { dashboard?.state.recording = recording }
    guard let wait = dashboard?.refresh() else { return nil }
    return max(1, Int((wait / .milliseconds(1)).rounded(.up)))
  }

  func finish(_ summary: Summary) throws(CommandFailure) {
    dashboard = nil
    var file = OutputFile.standard(.drops)
    try file.append(
      lines: ShortSummaryText.lines(
        summary, columns: file.columns, origin: flags.clock.origin))
    try file.finish()
  }
}

extension LiveDashboard {
  /// Takes how things stand.
  fileprivate mutating func show(_ status: SessionState, _ metrics: Metrics?) {
    state.advance(to: status.consumed, levels: status.levels)
    if let metrics {
      state.metrics = metrics
      let summary = status.doubts.summary(of: metrics)
      state.isReliable = summary.reliable
      state.withheld = summary.withheld
    }
    guard !state.isPaused else { return }
    for party in Party.allCases { state.setHeard(status.isHeard[party], party) }
  }

  fileprivate mutating func togglePause() { state.setPaused(!state.isPaused) }

  fileprivate mutating func toggleMute() {
    state.isAgentMuted.toggle()
    state.add(
      notice: state.isAgentMuted
        ? "agent muted elsewhere, counts as silent" : "agent no longer muted")
  }
}
