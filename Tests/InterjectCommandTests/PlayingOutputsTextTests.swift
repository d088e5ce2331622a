import Testing

@testable import InterjectCommand

@Suite struct PlayingOutputsTextTests {
  @Test func anOutputThatPlaysIsNamedWithTheOptionThatHearsIt() {
    #expect(
      PlayingOutputsText.line(["speakers (Softphone)", "desk (paplay)"])
        == "try --customer with another that is playing: speakers (Softphone), desk (paplay)")
  }

  @Test func whereNothingPlaysThatIsSaid() {
    #expect(PlayingOutputsText.line([]).hasPrefix("no other output is playing"))
  }
}
