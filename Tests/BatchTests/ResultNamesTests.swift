import AudioFiles
import Testing

@testable import Batch

/// What results are called, so that none takes another's place.
@Suite struct ResultNamesTests {
  private func call(_ path: String, below root: String, name: String? = nil) -> BatchCall {
    BatchCall(
      CallSource(.together(AudioInput(.path(path)))), recording: path, root: root, name: name)
  }

  private func names(_ calls: (String, String)...) throws -> [String] {
    try named(calls.map { call($0.0, below: $0.1) })
  }

  private func named(_ calls: [BatchCall]) throws -> [String] {
    try ResultNames.names(for: calls, namedBy: "--call-id")
  }

  @Test func foldersBelowTheOneNamedAreKept() throws {
    #expect(try names(("in/a/1.wav", "in"), ("in/b/1.wav", "in")) == ["a/1", "b/1"])
    #expect(try names(("x/1.wav", "x"), ("y/2.wav", "y")) == ["1", "2"])
    #expect(try names(("1.wav", "")) == ["1"])
  }

  @Test func twoOfOneNameKeepWhatTellsThemApart() throws {
    #expect(try names(("jan/1.wav", "jan"), ("feb/1.wav", "feb")) == ["jan/1", "feb/1"])
    #expect(
      try names(("a/1.wav", "a"), ("a/1.flac", "a"), ("a/2.wav", "a")) == ["1.wav", "1.flac", "2"])
    #expect(
      try names(("../c/monday/1.wav", "../c/monday"), ("../c/tuesday/1.wav", "../c/tuesday"))
        == ["monday/1", "tuesday/1"])
  }

  @Test func noNameLeadsOutOfTheFolder() throws {
    #expect(try names(("in/../../1.wav", "in")) == ["1"])
    #expect(try named([call("a.wav", below: "", name: "a/../b")]) == ["a_.._b"])
  }

  @Test func namesThatFilesCannotHaveAreRefused() {
    for name in [".hidden", String(repeating: "x", count: 201)] {
      #expect(throws: BatchError.self) {
        try named([call("a.wav", below: "", name: name)])
      }
    }
    #expect(throws: BatchError.self) {
      try named([
        call("a.wav", below: "", name: "x/y"), call("b.wav", below: "", name: "x_y"),
      ])
    }
  }
}
