import Foundation
import Glibc

/// A run of the program on a terminal of its own.
final class TerminalRun {
  private let process = Process()
  private let person: Int32
  private let usual: termios
  private let terminal: FileHandle
  private(set) var shown = ""

  /// Whether the terminal is as it was before.
  var isGivenBack: Bool {
    var state = termios()
    tcgetattr(terminal.fileDescriptor, &state)
    return state.c_lflag == usual.c_lflag && state.c_iflag == usual.c_iflag
  }

  init(
    _ arguments: [String], columns: UInt16 = 120, rows: UInt16 = 40,
    environment: [String: String] = [:]
  ) throws {
    var ends: (person: Int32, terminal: Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.person, &ends.terminal, nil, nil, &size) == 0 else {
      throw POSIXError(.ENOTTY)
    }
    person = ends.person
    terminal = FileHandle(fileDescriptor: ends.terminal, closeOnDealloc: true)
    var state = termios()
    tcgetattr(ends.terminal, &state)
    usual = state
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("interject")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TERM": "xterm", "LC_ALL": "C.UTF-8"]) { $1 }.merging(environment) { $1 }
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
  }

  deinit {
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    close(person)
  }

  /// Presses keys.
  func press(_ keys: String) { _ = keys.withCString { write(person, $0, strlen($0)) } }

  /// Takes what is drawn until something holds; false where the run ends before.
  func follow(until holds: () -> Bool) -> Bool {
    while !holds() {
      guard process.isRunning || read(milliseconds: 0) else { return holds() }
      _ = read(milliseconds: 20)
    }
    return true
  }

  /// Waits until a text has been drawn in one piece.
  func shows(_ text: String) -> Bool { follow { shown.contains(text) } }

  /// Waits for the end and gives the exit code; what is shown until then is read.
  func end() -> Int32 {
    while process.isRunning, read(milliseconds: 100) || process.isRunning {}
    while read(milliseconds: 0) {}
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func read(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(person, &bytes, bytes.count)
    guard count > 0 else { return false }
    shown += String(decoding: bytes[..<count], as: UTF8.self)
    return true
  }
}
