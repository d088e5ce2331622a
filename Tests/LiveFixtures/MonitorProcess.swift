import Foundation

/// The program itself, run with its output in a pipe.
package final class MonitorProcess {
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  /// Runs the program, where `preparation` is given after these shell commands.
  package init(_ arguments: [String], after preparation: String? = nil) throws {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("interject")
    if let preparation {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", preparation + "; exec \"$0\" \"$@\"", program.path] + arguments
    } else {
      process.executableURL = program
      process.arguments = arguments
    }
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  /// Reads until a line has come.
  package func firstLine() throws -> String {
    var bytes: [UInt8] = []
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
      if byte == UInt8(ascii: "\n") { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  package func send(_ number: Int32) { kill(process.processIdentifier, number) }

  package func closeOutput() throws { try output.fileHandleForReading.close() }

  /// The lines that follow.
  package func rest() throws -> [Substring] {
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  /// Waits for the end and returns the exit code and what was written to stderr.
  package func end() throws -> (code: Int32, errors: String) {
    let data = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
