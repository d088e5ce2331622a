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

  @Test func aMistypedCommandWasMeantToBeTheNearest() {
    #expect(line("analyse", "call.wav") == "interject analyze call.wav")
    #expect(line("anlyze") == "interject analyze")
    #expect(line("analyzer") == "interject analyze")
  }

  @Test func nothingElseIsGuessed() {
    #expect(line("annals") == nil)
    #expect(line("trends") == nil)
    #expect(line("--version.") == nil)
    #expect(line() == nil)
    #expect(MeantCommand(["analyze"], commands: ["analyze"], isThere: { _ in true }) == nil)
  }
}
