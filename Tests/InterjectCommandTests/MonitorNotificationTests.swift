import Conversation
import Foundation
import Glibc
import Testing

@testable import InterjectCommand

/// `--notify`, with a program in the place of the desktop's.
@Suite final class MonitorNotificationTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "interject-notify-\(UUID().uuidString)").path
  private var pipe: String { "\(folder)/pipe" }
  private var time: Int64 = 0

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    mkfifo(pipe, 0o600)
    let program = "\(folder)/notify-send"
    try "#!/bin/sh\nprintf '%s\\n' \"$@\" > '\(pipe)'\n".write(
      toFile: program, atomically: true, encoding: .utf8)
    chmod(program, 0o700)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What the program was given, once it was.
  private func given() -> [String] {
    // Opening it waits for the program, and reading for its end.
    let descriptor = open(pipe, O_RDONLY)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &block, block.count), count > 0 {
      bytes += block[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private var unheard: Event {
    Event(at: .zero, kind: .nothingHeard(.customer, since: .zero))
  }

  @Test func whatTheRuleSaysIsShownByTheProgramWithoutAShell() throws {
    let notification = MonitorNotification(path: "/nowhere:\(folder)") { [self] in time }
    #expect(notification.notices().isEmpty)
    try notification.take(unheard)
    let words = given()
    #expect(words.prefix(4) == ["--app-name=Interject", "--expire-time=10000", "--", "Interject"])
    #expect(words.last?.hasPrefix("Nothing is heard from the customer") == true)
    #expect(words.count == 5)
  }

  @Test func theyComeAtMostEveryTenSecondsAndHangNobody() throws {
    let notification = MonitorNotification(path: folder) { [self] in time }
    try notification.take(unheard)
    _ = given()
    time = 9_000_000_000
    try notification.take(unheard)
    // Past its time the one before, should it still be there, is given up.
    #expect(try notification.whenIdle() == nil)
    time = 11_000_000_000
    try notification.take(unheard)
    #expect(given().count == 5)
  }

  @Test func othersThanWordsToTheAgentAreNotShown() throws {
    let notification = MonitorNotification(path: folder) { [self] in time }
    try notification.take(Event(at: .zero, kind: .mark))
    #expect(try notification.whenIdle() == nil)
  }

  @Test func withoutTheProgramALineSaysSo() throws {
    let notification = MonitorNotification(path: "/nowhere") { 0 }
    #expect(notification.notices().count == 1)
    #expect(notification.notices().isEmpty)
    try notification.take(unheard)
    #expect(try notification.whenIdle() == nil)
  }
}
