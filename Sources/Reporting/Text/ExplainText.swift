public import Conversation
import Wording

/// What every figure means and which settings decide it, for `--explain`.
public struct ExplainText: Sendable {
  let configuration: Configuration
  let style: ReportStyle

  /// Creates the explanation of the figures under a configuration.
  public init(_ configuration: Configuration, style: ReportStyle = ReportStyle()) {
    self.configuration = configuration
    self.style = style
  }

  /// The lines of the explanation.
  public var lines: [String] { definitions + [""] + settings }

  private var definitions: [String] {
    [style.paint("Definitions", .title)]
      + terms.flatMap { term, definition in
        ["  " + term]
          + definition.wrapped(to: style.textWidth - 6).map {
            "      " + style.paint($0, .quiet)
          }
      }
  }

  private var settings: [String] {
    let heading = style.paint("Settings", .title) + "  (* differs from the default)"
    return [heading] + Setting.all.flatMap(lines(for:))
  }

  private func lines(for setting: Setting) -> [String] {
    let value = setting.value(in: configuration)
    let usual = setting.value(in: Configuration())
    let name = (value == usual ? "  " : "* ") + setting.key
    let text =
      name.padded(to: 32) + figure(value, setting).padded(to: 10)
      + "default \(figure(usual, setting))"
    let meaning = "\(setting.summary) (\(setting.source))"
    return [text]
      + meaning.wrapped(to: style.textWidth - 6).map { "      " + style.paint($0, .quiet) }
  }

  private func figure(_ value: Double, _ setting: Setting) -> String {
    if setting.isSwitch { return value == 1 ? "on" : "off" }
    return FigureText.plain(value) + (setting.unit.isEmpty ? "" : " " + setting.unit)
  }
}
