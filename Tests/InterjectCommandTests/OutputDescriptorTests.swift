import Foundation
import Testing

@testable import InterjectCommand

/// What becomes of a file under an output, from its opening to its closing.
@Suite struct OutputDescriptorTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "interject-output-\(UUID().uuidString)").path

  private func open(mayReplace: Bool = true) throws(CommandFailure) -> OutputDescriptor {
    try .open(path, O_WRONLY, 0o600, option: "--output", mayReplace: mayReplace)
  }

  private func write(_ text: String, to output: borrowing OutputDescriptor) -> Int {
    Array(text.utf8).withUnsafeBytes { output.write($0[...]) }
  }

  private var content: String? { try? String(contentsOfFile: path, encoding: .utf8) }

  @Test func aFileInWhichNothingCameAboutIsNotLeft() throws {
    do {
      let output = try open()
      #expect(content == "" && output.isRegular)
    }
    #expect(content == nil)
  }

  @Test func aResultMayBeEmpty() throws {
    defer { unlink(path) }
    do {
      var output = try open()
      output.empty()
    }
    #expect(content == "")
  }

  @Test func whatAFileHeldStaysUntilSomethingTakesItsPlace() throws {
    defer { unlink(path) }
    try "former, and long".write(toFile: path, atomically: false, encoding: .utf8)
    do {
      _ = try open()
    }
    #expect(content == "former, and long")
    do {
      var output = try open()
      output.empty()
      let written = write("new", to: output)
      #expect(written == 3)
      output.empty()
    }
    #expect(content == "new")
  }

  @Test func aFileThatMayNotBeReplacedIsRefused() throws {
    defer { unlink(path) }
    try "former".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: CommandFailure.self) { _ = try open(mayReplace: false) }
    #expect(content == "former")
  }

  @Test func bytesThatWereWrittenLastAreTakenBack() throws {
    defer { unlink(path) }
    do {
      var output = try open()
      output.empty()
      _ = write("whole\nto", to: output)
      // More than there is belongs to somebody else.
      output.takeBack(9)
      output.takeBack(2)
    }
    #expect(content == "whole\n")
  }

  @Test func aFileThatAnotherHasPutInPlaceIsNotDeleted() throws {
    defer { unlink(path) }
    do {
      let output = try open()
      unlink(path)
      try "theirs".write(toFile: path, atomically: false, encoding: .utf8)
      #expect(output.name == path)
    }
    #expect(content == "theirs")
  }
}
