import Conversation
import GoldenText
import Reporting
import Testing

@Suite struct ExplainTextTests {
  @Test func everySettingIsNamedWithItsSource() {
    let text = ExplainText(Configuration()).lines.joined(separator: "\n")
    for setting in Setting.all {
      #expect(text.contains("  \(setting.key) "))
      #expect(text.replacing(#/\s+/#, with: " ").contains(setting.source))
    }
  }

  @Test func aChangedSettingIsMarkedAndEntersTheDefinitions() throws {
    var configuration = Configuration()
    let deadAir = try #require(Setting.named("turns.dead_air"))
    #expect(deadAir.set(4.25, in: &configuration))
    let lines = ExplainText(configuration).lines
    #expect(lines.contains("* turns.dead_air                4.25 s    default 3 s"))
    #expect(lines.contains { $0.contains("Mutual silence of at least 4.25 s") })
    #expect(lines.count { $0.hasPrefix("* ") } == 1)
  }

  @Test(arguments: [60, 80, 200])
  func linesFitTheWidth(width: Int) {
    for line in ExplainText(Configuration(), style: ReportStyle(width: width)).lines {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func defaultExplanationReadsAsApproved() {
    let text = ExplainText(Configuration()).lines.map { $0 + "\n" }.joined()
    Golden.expect(text, "explain.txt")
  }
}
