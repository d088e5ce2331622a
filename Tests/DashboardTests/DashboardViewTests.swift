import Conversation
import GoldenText
import SampleCalls
import Testing

@testable import Dashboard

@Suite struct DashboardViewTests {
  static let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)].map {
    ScreenSize(columns: $0.0, rows: $0.1)
  }

  private func text(
    _ state: DashboardState, _ size: ScreenSize, _ style: DashboardStyle = DashboardStyle()
  ) -> String {
    DashboardView.lines(state, size: size, style: style).map { $0 + "\n" }.joined()
  }

  private func expect(_ state: DashboardState, _ name: String, _ size: ScreenSize) {
    Golden.expect(text(state, size), "\(name)-\(size.columns).txt")
  }

  @Test(arguments: sizes)
  func anInterruptionUnderWayLooksAsApproved(size: ScreenSize) {
    expect(.interrupted, "interrupted", size)
  }

  @Test(arguments: sizes)
  func wordsHaveALineAndTheirMoments(size: ScreenSize) {
    var state = DashboardState.interrupted
    func interval(_ start: Double) -> Interval {
      let begin = state.now - SampleTime(seconds: start)
      return Interval(start: begin, end: begin + SampleTime(seconds: 1))
    }
    let words: [WordEvent] = [
      .utterance(.customer, interval(20), words: 5, text: nil),
      .question(.agent, interval(12), isOpen: true, answer: nil, text: nil),
      .question(.agent, interval(9), isOpen: false, answer: nil, text: nil),
      .playback(
        .agent, interval(6), heard: interval(8), share: 0.5, text: nil, heardText: nil),
      .cutInPause(.agent, start: interval(3).start, gap: SampleTime(seconds: 0.4), after: nil),
    ]
    for word in words { state.add(Event(at: state.now, kind: .words(word))) }
    expect(state, "words", size)
  }

  @Test(arguments: sizes)
  func aDashboardThatHasJustStartedLooksAsApproved(size: ScreenSize) {
    expect(.justStarted, "started", size)
  }

  @Test(arguments: sizes)
  func aPausedCallLooksAsApproved(size: ScreenSize) {
    expect(.paused, "paused", size)
  }

  @Test(arguments: sizes)
  func unreliableFiguresAreLeftOutAndSaidSo(size: ScreenSize) {
    expect(DashboardState(.identicalChannels), "unreliable", size)
  }

  @Test(arguments: sizes)
  func tenHoursLookAsApproved(size: ScreenSize) {
    expect(.tenHours, "ten-hours", size)
  }

  @Test(arguments: sizes)
  func coloursLookAsApproved(size: ScreenSize) {
    let text = text(.interrupted, size, DashboardStyle(colour: true))
    Golden.expect(text, "colour-\(size.columns).txt")
  }

  @Test(arguments: sizes)
  func aCallBesideItsDayLooksAsApproved(size: ScreenSize) {
    expect(.fourthCall, "day", size)
  }

  @Test(arguments: sizes)
  func theLessonsOfACallLookAsApproved(size: ScreenSize) {
    expect(.day(calls: 4), "lessons", size)
  }

  @Test(arguments: sizes)
  func pastCallsLookAsApproved(size: ScreenSize) {
    var state = DashboardState.fourthCall
    _ = state.obey(.enter, page: 5)
    var pictures = text(state, size)
    _ = state.obey(.enter, page: 5)
    _ = state.obey(.down, page: 5)
    pictures += String(repeating: "-", count: size.columns) + "\n" + text(state, size)
    Golden.expect(pictures, "past-\(size.columns).txt")
  }

  @Test(arguments: sizes)
  func savingThatFailsIsInTheHeader(size: ScreenSize) {
    var state = DashboardState.interrupted
    state.saving = .failing
    let header = text(state, size, DashboardStyle()).split(separator: "\n").first
    #expect(header?.hasSuffix(" · saving fails") == true)
  }

  @Test func helpLooksAsApproved() {
    var state = DashboardState.interrupted
    state.showsHelp = true
    expect(state, "help", Self.sizes[0])
    expect(state, "help", Self.sizes[1])
  }

  @Test(arguments: sizes)
  func asciiDashboardHasOnlyASCII(size: ScreenSize) {
    let text = text(.interrupted, size, DashboardStyle(ascii: true))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    Golden.expect(text, "ascii-\(size.columns).txt")
  }

  /// A terminal may say anything of its size: 65,535 lines of 65,535 columns would take 34 GB.
  @Test(arguments: [(65_535, 65_535), (65_535, 1), (1, 65_535), (2000, 24)])
  func absurdSizesAreFilledInPart(columns: Int, rows: Int) {
    let size = ScreenSize(columns: columns, rows: rows).possible
    let lines = DashboardView.lines(.interrupted, size: size, style: DashboardStyle())
    #expect(lines.count == min(rows, 500))
    #expect(lines.allSatisfy { $0.count <= min(columns, 1000) })
  }

  @Test func coloursChangeNothingButColours() {
    for size in Self.sizes {
      let coloured = text(.interrupted, size, DashboardStyle(colour: true))
      #expect(coloured.contains("\u{1B}[36m"))
      let bare = coloured.replacing(#/\x1B\[[0-9;]+m/#, with: "")
      #expect(bare == text(.interrupted, size))
    }
  }

  @Test(
    arguments: [0, 1, 12, 20, 59, 60, 61, 79, 100, 109, 110, 133, 200, 400],
    [0, 1, 2, 5, 10, 16, 22, 29, 30, 70])
  func everySizeHasItsLinesAndNoneIsTooLong(columns: Int, rows: Int) {
    var list = DashboardState.fourthCall
    _ = list.obey(.enter, page: 5)
    var past = list
    _ = past.obey(.enter, page: 5)
    for state in [
      DashboardState.interrupted, .justStarted, .paused, .tenHours, .day(calls: 9), list, past,
    ] {
      let lines = DashboardView.lines(state, size: ScreenSize(columns: columns, rows: rows))
      #expect(lines.count == rows)
      #expect(lines.allSatisfy { $0.count <= columns && $0.last != " " })
    }
  }

  @Test(arguments: [(20, 5), (20, 24), (26, 3), (59, 16), (60, 15), (80, 6), (200, 5)])
  func whatIsKeptIsSaidOnScreensTooSmallForTheRest(columns: Int, rows: Int) {
    for var state in [DashboardState.interrupted, .justStarted, .paused, .tenHours] {
      for showsHelp in [false, true] {
        state.showsHelp = showsHelp
        let size = ScreenSize(columns: columns, rows: rows)
        let text = text(state, size)
        #expect(text.contains(state.recording.rawValue))
        #expect(text.contains(state.saving.rawValue))
      }
    }
  }

  @Test(arguments: [(20, 5), (40, 12), (80, 10)])
  func aScreenTooSmallForAllLooksAsApproved(columns: Int, rows: Int) {
    let size = ScreenSize(columns: columns, rows: rows)
    var state = DashboardState.interrupted
    var pictures = text(state, size)
    state.showsHelp = true
    pictures += String(repeating: "-", count: columns) + "\n" + text(state, size)
    Golden.expect(pictures, "small-\(columns).txt")
  }

  @Test func helpIsNotCut() {
    var state = DashboardState.interrupted
    state.showsHelp = true
    for size in Self.sizes {
      for style in [DashboardStyle(), DashboardStyle(ascii: true)] {
        let text = text(state, size, style)
        for words in [
          "interrupts, took the turn", "your mark", "back, or left arrow", "scroll, or choose",
        ] {
          #expect(text.contains(words + " "), "\(words) at \(size)")
        }
      }
    }
  }

  @Test func theHeaderOfAPausedSessionWithoutACallIsWhole() {
    var state = DashboardState.justStarted
    state.setPaused(true)
    #expect(
      DashboardView.lines(state, size: Self.sizes[0])[0]
        == "waiting for a call  paused        not recording · not saving")
  }

  @Test(arguments: sizes)
  func whatIsKeptIsSaidInEveryState(size: ScreenSize) {
    for state in [DashboardState.interrupted, .justStarted, .paused, .tenHours] {
      let header = DashboardView.lines(state, size: size)[0]
      #expect(header.contains("recording") && header.contains("saving"))
    }
  }

  @Test func namesOfDevicesCannotDisturbTheScreen() {
    var state = DashboardState.justStarted
    state.parties.agent.device = "a\u{1B}[2J\u{9B}31m日本e\u{301}"
    let line = DashboardView.lines(state, size: Self.sizes[2])[2]
    #expect(line.contains("a?[2J?31m??e"))
  }

  @Test func anInterruptionLightsUpTheHeaderForAMoment() {
    var state = DashboardState.interrupted
    state.flashes = true
    let size = Self.sizes[1]
    let style = DashboardStyle(colour: true)
    #expect(DashboardView.lines(state, size: size, style: style)[0].hasPrefix("\u{1B}[1;7m"))
    state.advance(to: state.now + SampleTime(seconds: 0.5), levels: PartyPair(repeating: nil))
    #expect(!DashboardView.lines(state, size: size, style: style)[0].contains("7m"))
  }

  @Test func scrolledEventsStayInPlaceWhenNewOnesCome() {
    var state = DashboardState(.short)
    state.scroll(by: 3)
    let before = DashboardView.lines(state, size: Self.sizes[1])[19...22].map { $0.prefix(60) }
    state.add(Event(at: state.now, kind: .mark))
    let after = DashboardView.lines(state, size: Self.sizes[1])[19...22].map { $0.prefix(60) }
    #expect(before == after)
    #expect(state.scroll == 4)
  }
}
