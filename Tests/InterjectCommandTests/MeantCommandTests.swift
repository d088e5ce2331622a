import Testing

@testable import InterjectCommand

/// What is proposed to somebody who names a file without a command.
@Suite struct MeantCommandTests {
  private func line(_ arguments: String...) -> String? {
    MeantCommand(arguments, commands: ["analyze"]) { $0.contains(".") }?.line
  }

  @Test func aRecordingWasMeantToBeAnalyzed() {
    #expect(line("call.wav") == "interject analyze call.wav")
    #expect(
      line("a.wav", "b.wav", "--format", "json") == "interject analyze a.wav b.wav --format json")
  }

  @Test func aReportBelongsToTheTrends() {
    #expect(line("call.json") == "interject trends call.json")
  }

  @Test func namesAreQuotedAsAShellTakesThem() {
    #expect(line("my call's.wav") == #"interject analyze 'my call'\''s.wav'"#)
    #expect(line("a.wav", "") == "interject analyze a.wav ''")
  }

  @Test func nothingElseIsGuessed() {
    #expect(line("analyse") == nil)
    #expect(line("--version.") == nil)
    #expect(line() == nil)
    #expect(MeantCommand(["analyze"], commands: ["analyze"], isThere: { _ in true }) == nil)
  }
}
