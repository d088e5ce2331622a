package import AudioFiles
import Conversation
package import Foundation
import Interject
import Reporting

/// The recorded calls of the repository, and what their analysis says.
package enum LiveSamples {
  package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")

  package static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  package static func source(_ name: String) -> CallSource {
    CallSource(.together(AudioInput(.path(path(name)))))
  }

  /// The stream of the analysis, without its first line.
  package static func analysis(_ name: String) throws -> String {
    var lines = JSONLines()
    let summary = try CallAnalysis().run(source(name)) { lines.append($0) }
    lines.append(summary)
    return String(decoding: lines.bytes, as: UTF8.self)
  }
}
