internal import CALSA
internal import Glibc

extension AlsaLibrary {
  /// The names that the system's configuration offers for capture, with their descriptions.
  static func hintedNames() -> [(name: String, description: String)] {
    silence()
    var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    guard snd_device_name_hint(-1, "pcm", &hints) >= 0, let hints else { return [] }
    defer { snd_device_name_free_hint(hints) }
    var names: [(String, String)] = []
    var next = hints
    while let hint = next.pointee {
      next += 1
      // Nil means both directions.
      let direction = text("IOID", of: hint)
      guard direction == nil || direction == "Input", let name = text("NAME", of: hint) else {
        continue
      }
      let lines = text("DESC", of: hint)?.split(separator: "\n") ?? []
      names.append((name, lines.joined(separator: ", ")))
    }
    return names
  }

  /// The names that a configuration file defines, without descriptions.
  static func names(definedIn file: String) -> [(name: String, description: String)] {
    silence()
    var tree: OpaquePointer?
    var update: OpaquePointer?
    guard snd_config_update_r(&tree, &update, file) >= 0 else { return [] }
    defer {
      if let tree { snd_config_delete(tree) }
      if let update { snd_config_update_free(update) }
    }
    var devices: OpaquePointer?
    guard snd_config_search(tree, "pcm", &devices) >= 0 else { return [] }
    var names: [(String, String)] = []
    var entry = snd_config_iterator_first(devices)
    while let current = entry, current != snd_config_iterator_end(devices) {
      var name: UnsafePointer<CChar>?
      if snd_config_get_id(snd_config_iterator_entry(current), &name) >= 0, let name {
        names.append((String(cString: name), ""))
      }
      entry = snd_config_iterator_next(current)
    }
    return names
  }

  private static func text(_ key: String, of hint: UnsafeMutableRawPointer) -> String? {
    guard let found = snd_device_name_get_hint(hint, key) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
