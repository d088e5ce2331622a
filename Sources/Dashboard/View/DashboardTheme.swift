import Wording

/// The colours of the dashboard; whatever they tell is also said by words or signs.
public enum DashboardTheme: String, CaseIterable, Sendable {
  /// The terminal's own colours.
  case usual = "default"
  /// Bright colours and nothing that is dimmed.
  case highContrast = "high-contrast"
  /// Blue, orange and purple, which people with any colour vision can tell apart (Okabe & Ito 2008).
  case colourBlind = "colour-blind"

  /// The parameter of the terminal's colour sequence; empty for the plain look.
  func code(_ ink: Ink) -> String {
    switch (self, ink) {
    case (.usual, _): ink.code
    case (.highContrast, .quiet): ""
    case (.highContrast, .agent): "1;96"
    case (.highContrast, .customer): "1;92"
    case (.highContrast, .notice): "1;93"
    case (.colourBlind, .agent): "38;5;39"
    case (.colourBlind, .customer): "38;5;214"
    case (.colourBlind, .notice): "1;38;5;175"
    case (.highContrast, _), (.colourBlind, _): ink.code
    }
  }
}
