import FoundationEssentials

/// The folders in which the user's own files are, by the specification of base directories.
package enum BaseFolder {
  /// Where settings are; nil without a home directory.
  package static func configuration(in environment: [String: String] = usual) -> String? {
    folder("XDG_CONFIG_HOME", orBelowHome: ".config", environment)
  }

  /// Where data are; nil without a home directory.
  package static func data(in environment: [String: String] = usual) -> String? {
    folder("XDG_DATA_HOME", orBelowHome: ".local/share", environment)
  }

  package static var usual: [String: String] { ProcessInfo.processInfo.environment }

  private static func folder(
    _ name: String, orBelowHome place: String, _ environment: [String: String]
  ) -> String? {
    // The specification has relative paths ignored.
    if let folder = environment[name], folder.hasPrefix("/") { return folder }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/\(place)" }
  }
}
