import AudioFiles
import CRealtime
import CStories
public import Conversation
import FoundationEssentials
import Glibc
import Preferences

/// Where stories come from: the program itself, a TOML file, or a recording of a customer.
public enum StoryLibrary {
  /// The longest recording that a story can be in.
  public static let longest: SampleTime = SampleTime(seconds: 1800)

  /// The names of the built-in stories, in the order in which they are offered.
  public static var names: [String] { (0..<Int(ij_story_count())).map { name(of: builtIn($0)) } }

  /// The story that an argument names: a built-in one, a file of TOML, or a recording.
  ///
  /// - Throws: `StoryError`, or `AudioFileError` where a recording cannot be read.
  public static func story(_ argument: String) throws -> Story {
    if let number = names.firstIndex(of: argument) { return try story(number) }
    guard FileManager.default.fileExists(atPath: argument) else {
      throw StoryError(
        .notFound, at: argument,
        "there is no such file or story; the stories are "
          + names.joined(separator: ", "))
    }
    return argument.hasSuffix(".toml") ? try written(argument) : try recorded(argument)
  }

  /// A built-in story.
  private static func story(_ number: Int) throws -> Story {
    let story = builtIn(number)
    let name = name(of: story)
    let text = String(
      decoding: UnsafeBufferPointer(start: story.text, count: story.text_length), as: UTF8.self)
    let sound = UnsafeRawBufferPointer(start: story.sound, count: story.sound_length)
    var reader = try StoryReader(
      text, path: name, recording: { try samples(of: sound, named: $0) },
      speak: StorySpeaker.speak)
    return try reader.story(name: name)
  }

  private static func written(_ path: String) throws -> Story {
    let url = URL(filePath: path)
    guard let bytes = try? Data(contentsOf: url), let text = String(bytes: bytes, encoding: .utf8)
    else {
      throw StoryError(.notStory, at: path, "cannot be read as text in UTF-8; check it")
    }
    let folder = url.deletingLastPathComponent()
    var reader = try StoryReader(
      text, path: path,
      recording: { name in
        let place = name.hasPrefix("/") ? name : folder.appending(path: name).path
        return try read(AudioInput(.path(place)))
      }, speak: StorySpeaker.speak)
    return try reader.story(name: url.deletingPathExtension().lastPathComponent)
  }

  private static func recorded(_ path: String) throws -> Story {
    let samples = try read(AudioInput(.path(path)))
    guard let story = Story(recording: samples, name: URL(filePath: path).lastPathComponent) else {
      throw StoryError(
        .notStory, at: path, "no speech was found in it; name a recording of a customer")
    }
    return story
  }

  static func read(_ input: AudioInput) throws(AudioFileError) -> [Float] {
    try PartyRecording.read(
      input, as: .customer, rate: PracticeSession.rate, longest: longest)
  }

  /// The samples of a file that is in memory.
  private static func samples(
    of bytes: UnsafeRawBufferPointer, named name: String
  ) throws -> [Float] {
    let descriptor = ij_memory_file("story")
    guard descriptor >= 0 else {
      throw StoryError(
        .notStory, at: name, "there is not enough memory for it; close other programs")
    }
    defer { close(descriptor) }
    guard descriptor.takes(bytes) else {
      throw StoryError(
        .notStory, at: name, "there is not enough memory for it; close other programs")
    }
    // By a name of its own, since what comes as a descriptor is taken for a pipe.
    return try read(AudioInput(.path("/proc/self/fd/\(descriptor)")))
  }

  private static func builtIn(_ number: Int) -> ij_story { ij_story_at(Int32(number)) }

  private static func name(of story: ij_story) -> String { String(cString: story.name) }
}
