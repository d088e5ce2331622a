import Testing

@testable import InterjectCommand

@Suite struct PlayingOutputsTextTests {
  @Test func anOutputThatPlaysIsNamedWithTheOptionThatHearsIt() {
    #expect(
      PlayingOutputsText.line(["speakers (Softphone)", "desk (paplay)"])
        == "these outputs are playing: speakers (Softphone), desk (paplay); if the call is on one "
        + "that is not heard, choose it with --customer NAME")
  }

  @Test func whereNothingPlaysThatIsSaid() {
    #expect(PlayingOutputsText.line([]).hasPrefix("no output is playing"))
  }
}
