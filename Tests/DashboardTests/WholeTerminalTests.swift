import Glibc
import Testing

@testable import Dashboard

@Suite struct WholeTerminalTests {
  /// A terminal and the end of it that a person would sit at.
  private struct Pair: ~Copyable {
    let person: Int32
    let terminal: Int32

    init() throws {
      var ends: (person: Int32, terminal: Int32) = (-1, -1)
      try #require(openpty(&ends.person, &ends.terminal, nil, nil, nil) == 0)
      (person, terminal) = ends
    }

    deinit {
      close(terminal)
      close(person)
    }

    var state: termios {
      var state = termios()
      tcgetattr(terminal, &state)
      return state
    }

    /// What comes to be seen, which may be in pieces.
    func shown(_ length: Int) -> String {
      var seen: [UInt8] = []
      var bytes = [UInt8](repeating: 0, count: length)
      var entry = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      while seen.count < length, poll(&entry, 1, 10_000) > 0 {
        let count = read(person, &bytes, length - seen.count)
        guard count > 0 else { break }
        seen += bytes[..<count]
      }
      return String(decoding: seen, as: UTF8.self)
    }
  }

  @Test func keysComeOneByOneAndInterruptsStay() throws {
    let pair = try Pair()
    try WholeTerminal(pair.terminal).enter()
    let state = pair.state
    #expect(state.c_lflag & tcflag_t(ICANON | ECHO | IEXTEN) == 0)
    #expect(state.c_iflag & tcflag_t(IXON | ICRNL) == 0)
    #expect(state.c_lflag & tcflag_t(ISIG) != 0)
    let expected = TerminalModes.enter.description
    #expect(pair.shown(expected.utf8.count) == expected)
  }

  @Test func leavingPutsEverythingBack() throws {
    let pair = try Pair()
    let before = pair.state
    let terminal = try WholeTerminal(pair.terminal)
    terminal.enter()
    terminal.leave()
    let after = pair.state
    #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag)
    let expected = "\(TerminalModes.enter)\(TerminalModes.leave)"
    #expect(pair.shown(expected.utf8.count) == expected)
  }

  @Test func whatIsNoTerminalIsRefused() throws {
    let descriptor = open("/dev/null", O_RDWR)
    defer { close(descriptor) }
    #expect(throws: TerminalError.self) { try WholeTerminal(descriptor) }
  }
}
