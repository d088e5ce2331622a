import FoundationEssentials

extension ConfigurationFile {
  /// Sets texts of a table and leaves all else in the file as it is; a file that is not there is made.
  ///
  /// It is replaced as a whole or not at all. A link to it stays one.
  package func set(
    _ texts: [(name: String, value: String)], of table: String
  ) throws(ConfigurationError) {
    let place = URL(filePath: path).resolvingSymlinksInPath()
    let isThere = FileManager.default.fileExists(atPath: place.path)
    var draft = SettingsDraft(isThere ? try text() : "")
    do throws(SettingsText.Fault) {
      for (name, value) in texts { try draft.set(name, of: table, to: value) }
    } catch {
      throw ConfigurationError(
        .notTOML, at: "\(path):\(error.line):\(error.column)", error.problem)
    }
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      let rights = try? FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
      try Data(draft.text.utf8).write(to: place, options: .atomic)
      if let rights {
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: place.path)
      }
    } catch {
      throw ConfigurationError(
        .unwritable, at: path, "cannot be written; check its permissions and the disk space")
    }
  }
}
