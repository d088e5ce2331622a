import Glibc
import Testing

@testable import Dashboard

@Suite struct TerminalSignalsTests {
  @Test func everySignalThatEndsTheProcessGivesTheTerminalBack() {
    // signal(7); 32 and 33 are the C library's own.
    let harmless = [SIGCHLD, SIGURG, SIGSTOP, SIGTTIN, SIGTTOU, 32, 33]
    let expected = Set(1...64).subtracting(harmless + [SIGKILL])
    let guarded =
      TerminalSignals.ending + TerminalSignals.crashing + TerminalSignals.following
    #expect(Set(guarded) == expected)
    #expect(guarded.count == expected.count)
  }
}
