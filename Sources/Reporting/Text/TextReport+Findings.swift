import Conversation
import Wording

extension TextReport {
  var findings: [String] { [""] + call.findings.flatMap(lines(for:)) }

  private func lines(for finding: ReportFinding) -> [String] {
    let indent = 12
    return finding.text.wrapped(to: style.textWidth - indent).enumerated().map { index, line in
      index == 0
        ? title(finding.subject.padded(to: indent)) + line
        : String(repeating: " ", count: indent) + line
    }
  }
}
