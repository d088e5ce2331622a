internal import CALSA
internal import SoundServer

extension AlsaLibrary {
  /// What the system's configuration says of a PCM.
  struct Definition: Hashable {
    /// The kind of device, such as `hw` or `pulse`.
    var type: String
    /// The device of a sound server that is named there; nil for none.
    var device: String?
    /// The sound server that is named there; nil for the usual one.
    var server: String?
  }

  /// What a PCM of a name is in the end, behind conversions; nil where there is none of this name.
  ///
  /// Nothing is opened. With a configuration file, that of the file is asked instead of the system's.
  static func definition(of name: String, configurationFile: String? = nil) -> Definition? {
    silence()
    var tree: OpaquePointer?
    var update: OpaquePointer?
    guard snd_config_update_r(&tree, &update, configurationFile) >= 0 else { return nil }
    defer {
      if let tree { snd_config_delete(tree) }
      if let update { snd_config_update_free(update) }
    }
    return definition(of: name, in: tree, depth: 4)
  }

  private static func definition(
    of name: String, in tree: OpaquePointer?, depth: Int
  ) -> Definition? {
    var node: OpaquePointer?
    guard depth > 0, snd_config_search_definition(tree, "pcm", name, &node) >= 0, let node else {
      return nil
    }
    defer { snd_config_delete(node) }
    return definition(node, in: tree, depth: depth)
  }

  private static func definition(
    _ node: OpaquePointer, in tree: OpaquePointer?, depth: Int
  ) -> Definition? {
    guard let type = text("type", of: node) else { return nil }
    // A conversion stands for what it converts, which it names or describes.
    if type == "plug" || type == "asym" {
      let slave = type == "plug" ? "slave.pcm" : "capture.pcm"
      if let name = text(slave, of: node) {
        return definition(of: name, in: tree, depth: depth - 1)
      }
      var described: OpaquePointer?
      if depth > 1, snd_config_search(node, slave, &described) >= 0, let described {
        return definition(described, in: tree, depth: depth - 1)
      }
    }
    return Definition(
      type: type, device: text("device", of: node) ?? text("capture_node", of: node),
      server: text("server", of: node))
  }

  private static func text(_ key: String, of node: OpaquePointer) -> String? {
    var entry: OpaquePointer?
    var value: UnsafePointer<CChar>?
    guard snd_config_search(node, key, &entry) >= 0,
      snd_config_get_string(entry, &value) >= 0, let value
    else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

extension AlsaLibrary.Definition {
  /// The source that is asked of the sound server; nil for a device that is none of its.
  var choice: SourceChoice? {
    // One that names a server of its own is not on the one that can be asked.
    guard server == nil, type == "pulse" || type == "pipewire" else { return nil }
    return SourceChoice(word: device ?? "")
  }
}
