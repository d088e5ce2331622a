/// Which files of a folder are taken for recordings, by the ends of their names.
package enum RecordingKinds {
  /// The extensions of the formats that are read.
  package static let extensions: Set<String> = [
    "3gp", "aac", "ac3", "aif", "aifc", "aiff", "amr", "ape", "asf", "au", "avi", "caf", "flac",
    "flv", "m4a", "mka", "mkv", "mov", "mp3", "mp4", "oga", "ogg", "opus", "rf64", "snd", "sph",
    "voc", "w64", "wav", "wave", "webm", "wma", "wv",
  ]

  static func isRecording(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }
}
