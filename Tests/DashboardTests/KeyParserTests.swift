import Testing

@testable import Dashboard

@Suite struct KeyParserTests {
  private func keys(_ pieces: String...) -> [DashboardKey] {
    var parser = KeyParser()
    return pieces.flatMap { parser.parse($0.utf8) }
  }

  @Test func lettersAreKeysInBothCases() {
    #expect(keys("qPmNhU?") == [.quit, .pause, .mark, .newCall, .hold, .mute, .help])
  }

  @Test func arrowsCountInBothModesOfTheKeyboard() {
    #expect(keys("\u{1B}[A\u{1B}[B\u{1B}OA\u{1B}OB") == [.up, .down, .up, .down])
    #expect(keys("\u{1B}[1;5A\u{1B}[5~\u{1B}[6~") == [.up, .pageUp, .pageDown])
    #expect(keys("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~") == [.home, .end, .home, .end])
  }

  @Test func returnAndTheRightArrowEnterAndTheLeftOneLeaves() {
    #expect(keys("\r\n\u{1B}[C\u{1B}[D") == [.enter, .enter, .enter, .escape])
  }

  @Test func aSequenceSplitAnywhereIsOneKey() {
    let sequence = Array("\u{1B}[1;2B".utf8)
    for cut in 1..<sequence.count {
      var parser = KeyParser()
      #expect(parser.parse(sequence[..<cut]).isEmpty)
      #expect(parser.isIncomplete)
      #expect(parser.parse(sequence[cut...]) == [.down])
      #expect(!parser.isIncomplete)
    }
  }

  @Test func aLoneEscapeIsAKeyOnceNothingFollows() {
    var parser = KeyParser()
    #expect(parser.parse([0x1B]).isEmpty)
    #expect(parser.flush() == .escape)
    #expect(parser.parse("q".utf8) == [.quit])
  }

  @Test func unknownKeysAreNoOthers() {
    #expect(keys("\u{1B}[24~", "\u{1B}[<0;10;10M", "\u{1B}q", "é日xy").isEmpty)
    #expect(keys("\u{1B}[24~q") == [.quit])
  }

  @Test func aBrokenSequenceDoesNotSwallowWhatFollows() {
    #expect(keys("\u{1B}[12\u{1B}[A") == [.up])
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 40) + "q").last == .quit)
  }
}
