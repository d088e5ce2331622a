import Foundation
import Glibc
import SoundFixtures
import Testing

@testable import Batch

/// Which recordings files, folders and patterns name.
@Suite struct RecordingSearchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for place in ["b/deep", "a", ".hidden", "empty"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(place), withIntermediateDirectories: true)
    }
    for name in [
      "2.wav", "10.WAV", "b/1.flac", "b/deep/3.mp3", "a/notes.txt", "a/.4.wav", ".hidden/5.wav",
    ] {
      _ = try folder.write([1], as: name)
    }
  }

  private func found(_ arguments: String..., takesAll: Bool = false) throws -> [String] {
    var search = RecordingSearch(takesAll: takesAll)
    for argument in arguments { try search.add(folder.path(argument)) }
    return search.recordings.map { String($0.path.dropFirst(folder.path("").count)) }
      .map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
  }

  @Test func aFolderGivesAllRecordingsBelowInOneOrder() throws {
    #expect(try found("") == ["10.WAV", "2.wav", "b/1.flac", "b/deep/3.mp3"])
    #expect(try found("b") == ["b/1.flac", "b/deep/3.mp3"])
    #expect(try found("b/", "2.wav", "b/1.flac") == ["b/1.flac", "b/deep/3.mp3", "2.wav"])
  }

  @Test func patternsAreFollowedAsShellsDo() throws {
    #expect(try found("*.wav") == ["2.wav"])
    #expect(try found("**/*.[fm]*") == ["b/1.flac", "b/deep/3.mp3"])
    #expect(try found("?") == ["b/1.flac", "b/deep/3.mp3"])
    #expect(try found("*/deep") == ["b/deep/3.mp3"])
    #expect(throws: BatchError.self) { try found("*.ogg") }
  }

  @Test func aFileIsTakenWhateverItsName() throws {
    #expect(try found("a/notes.txt", "none.wav") == ["a/notes.txt", "none.wav"])
    #expect(try found("a", takesAll: true) == ["a/notes.txt"])
  }

  @Test func aFolderWithoutRecordingsIsSaid() throws {
    #expect { try found("empty") } throws: { "\($0)".contains("no recordings in") }
    #expect { try found("a") } throws: { "\($0)".contains("none of the 1 files") }
  }

  @Test func aLinkToAFolderAboveLeadsNotRoundInCircles() throws {
    #expect(symlink(folder.path(""), folder.path("b/up")) == 0)
    #expect(try found("b").filter { $0.hasSuffix("1.flac") } == ["b/1.flac"])
  }

  @Test func aNameThatIsNotUTF8IsAFaultOfItsOwn() throws {
    var name = Array((folder.path("a") + "/").utf8CString.dropLast())
    name += [CChar(bitPattern: 0xE4), 0]
    #expect(creat(name, 0o644) >= 0)
    var search = RecordingSearch()
    try search.add(folder.path("a"))
    #expect(search.recordings.isEmpty)
    #expect(search.faults.map(\.message) == ["the name is not UTF-8; rename the file or folder"])
    #expect(search.passedOver == 1)
  }
}
