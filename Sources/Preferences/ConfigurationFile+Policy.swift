public import Conversation
import FoundationEssentials

extension ConfigurationFile {
  /// The file of whoever keeps the machine; nil without one.
  public static var machine: ConfigurationFile? {
    let path = "/etc/interject/config.toml"
    return FileManager.default.fileExists(atPath: path) ? ConfigurationFile(path: path) : nil
  }

  /// Leaves tone out of a configuration where the file does, whatever a user has said.
  ///
  /// Only `tone = false` binds users; other settings of the file are checked and have no effect.
  public func enforce(on configuration: inout Configuration) throws(ConfigurationError) {
    var policy = Configuration()
    try apply(to: &policy)
    if !policy.tone.isMeasured { configuration.tone.isMeasured = false }
  }
}
