import Foundation
import Testing

@testable import AudioFiles

/// A program that decodes what libsndfile cannot, played by shell scripts.
@Suite(.timeLimit(.minutes(60))) final class ConverterTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "interject-converter-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A script that stands for `ffmpeg`, at work on a file.
  private func start(
    _ script: String, on input: String = "sound", replacedBy other: String? = nil
  ) throws -> Converter {
    let program = folder.appending(path: UUID().uuidString).path
    try "#!/bin/sh\n\(script)\n".write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let file = folder.appending(path: "call.m4a").path
    try input.write(toFile: file, atomically: true, encoding: .utf8)
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    try other?.write(toFile: file, atomically: true, encoding: .utf8)
    return try start(program, on: descriptor)
  }

  private func start(_ program: String, on descriptor: Int32) throws(Converter.Refusal) -> Converter
  {
    do throws(Converter.Refusal) {
      return try Converter.start(descriptor, demuxer: "mov", program: program)
    } catch {
      // A process that another test is just starting may still have it open for writing.
      guard case .failed(let number) = error, number == ETXTBSY else { throw error }
      usleep(1000)
      return try start(program, on: descriptor)
    }
  }

  /// All that comes of a script, and what it complained of.
  private func run(
    _ script: String, replacedBy other: String? = nil
  ) throws -> (output: String, fault: String?) {
    let converter = try start(script, replacedBy: other)
    let output = FileHandle(fileDescriptor: converter.output, closeOnDealloc: true)
    let bytes = try output.readToEnd() ?? Data()
    return (String(decoding: bytes, as: UTF8.self), converter.log().complaint)
  }

  @Test func itGetsTheFileAndItsOutputIsRead() throws {
    let (output, fault) = try run("cat")
    #expect(output == "sound")
    #expect(fault == nil)
  }

  @Test func whateverHasTheNameByNowItGetsTheFileThatWasOpened() throws {
    // The real one opens it anew to move about in it.
    #expect(try run("cat /dev/stdin", replacedBy: "another").output == "sound")
  }

  @Test func itMayOpenNothingButTheFileAndItsPipes() throws {
    let words = try run(#"printf '%s\n' "$@""#).output.split(separator: "\n")
    #expect(words.contains("-nostdin"))
    let whitelist = try #require(words.firstIndex(of: "-protocol_whitelist"))
    #expect(words[whitelist + 1] == "file,pipe")
    let demuxer = try #require(words.firstIndex(of: "-f"))
    #expect(words[demuxer + 1] == "mov", "it does not guess what the file is")
    #expect(words.last == "pipe:1")
    #expect(words.allSatisfy { !$0.contains("://") })
  }

  @Test func variablesOfTheUserDoNotReachIt() throws {
    setenv("FFREPORT", "file=/tmp/elsewhere", 1)
    defer { unsetenv("FFREPORT") }
    #expect(try run("/usr/bin/env").output.contains("FFREPORT") == false)
  }

  @Test func manyWarningsPushNoErrorOut() throws {
    let converter = try start(
      """
      for round in 1 2 3 4; do
        { printf '[warning] '; head -c 50000 /dev/zero | tr '\\0' w; echo; } >&2
        head -c 200000 /dev/zero
      done
      echo '[error] at last' >&2
      """)
    let output = FileHandle(fileDescriptor: converter.output, closeOnDealloc: true)
    var count = 0
    // A round's samples do not fit into the pipe: when they have come, so have its warnings.
    while let part = try output.read(upToCount: 1 << 14), !part.isEmpty {
      count += part.count
      converter.listen()
    }
    #expect(count == 800_000)
    #expect(converter.log().complaint == "at last")
  }

  @Test func whatItComplainsOfIsKnown() throws {
    let (output, fault) = try run(
      "echo so far; echo '[mov @ 0x5581] moov atom not found' >&2; echo more >&2; exit 1")
    #expect(output == "so far\n")
    #expect(fault == "moov atom not found")
    #expect(try run("exit 3").fault?.hasPrefix("it ended with") == true)
    #expect(try run("echo odd >&2").fault == "odd")
  }

  @Test func moreComplaintsThanThePipeHoldsDoNotHoldItUp() throws {
    let (output, fault) = try run(
      "trap '' PIPE; i=0; while [ $i -lt 3000 ]; do echo 'a complaint of forty letters, and more' >&2"
        + "; i=$((i+1)); done 2>&2; echo done")
    #expect(output == "done\n")
    #expect(fault == "a complaint of forty letters, and more")
  }

  @Test func oneThatDoesNotEndIsEnded() throws {
    let converter = try start("while :; do echo y; done")
    let output = FileHandle(fileDescriptor: converter.output, closeOnDealloc: true)
    #expect(try output.read(upToCount: 4)?.isEmpty == false)
    converter.end()
    #expect(converter.log().complaint != nil)
  }

  @Test func oneThatIsNotThereIsMissing() {
    #expect(throws: Converter.Refusal.self) {
      _ = try Converter.start(0, demuxer: "mov", program: "interject-has-no-such-program")
    }
  }

  @Test(arguments: [
    ("....ftypM4A ", "mov"), ("\u{1A}", nil), ("#!AMR\n", "amr"), ("RIFF....AVI LIST", "avi"),
    ("FLV\u{1}", "flv"), ("wvpk", "wv"), ("MAC ", "ape"), ("#EXTM3U\nhttp://a/b.m3u8", nil),
    ("ffconcat version 1.0", nil), ("RIFF....WAVE", nil),
  ])
  func formatsAreKnownByTheirBeginning(text: String, demuxer: String?) {
    #expect(ForeignFormat(beginning: Array(text.utf8))?.demuxer == demuxer)
  }

  @Test func binaryFormatsAreKnownByTheirBeginning() {
    let known: [([UInt8], String)] = [
      ([0x1A, 0x45, 0xDF, 0xA3], "matroska"), ([0xFF, 0xF1, 0x50], "aac"),
      ([0x30, 0x26, 0xB2, 0x75], "asf"), ([0, 0, 1, 0xBA], "mpeg"), ([0x0B, 0x77], "ac3"),
    ]
    for (bytes, demuxer) in known {
      #expect(ForeignFormat(beginning: bytes)?.demuxer == demuxer)
    }
    var transport = [UInt8](repeating: 0, count: 400)
    for place in [0, 188, 376] { transport[place] = 0x47 }
    #expect(ForeignFormat(beginning: transport)?.demuxer == "mpegts")
  }
}
