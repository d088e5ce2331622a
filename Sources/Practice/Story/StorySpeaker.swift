import AudioFiles
import FoundationEssentials
import Glibc

/// Has espeak-ng speak what no recording has.
enum StorySpeaker {
  /// What counts as silence before and after the words.
  private static let silence: Float = 0.003

  /// The words as samples at 16 kHz, without the silence around them.
  ///
  /// - Throws: `StoryError` where espeak-ng is missing or refuses.
  static func speak(_ text: String, _ voice: StoryVoice) throws -> [Float] {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "interject-\(UUID().uuidString).wav")
    defer { try? FileManager.default.removeItem(at: place) }
    let isSpoken = run([
      "espeak-ng", "-w", place.path, "-v", voice.name, "-s", "\(voice.speed)", "-p",
      "\(voice.pitch)", "--", text,
    ])
    guard isSpoken else { throw missing }
    let samples = try StoryLibrary.read(AudioInput(.path(place.path)))
    guard let first = samples.firstIndex(where: { abs($0) > silence }),
      let last = samples.lastIndex(where: { abs($0) > silence })
    else { return samples }
    return Array(samples[first...last])
  }

  /// Runs a program without input or output; whether it ended well.
  private static func run(_ words: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    defer { for word in arguments { free(word) } }
    var process = pid_t()
    guard posix_spawnp(&process, words[0], &actions, nil, arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }

  private static let missing = StoryError(
    .noVoice, at: "espeak-ng",
    "cannot speak the words of this story; install it (sudo apt-get install espeak-ng), or give "
      + "each piece a sound")
}
