/// A field of the JSON that is written: its name, what stands in it, and what it means.
public struct OutputField: Sendable {
  /// What stands in a field.
  public indirect enum Shape: Sendable {
    case text
    /// One of some words.
    case word([String])
    case flag
    /// A whole number.
    case count
    /// A number, in a unit or without one.
    case number(String)
    /// The same as that of another definition.
    case reference(String)
    case object([OutputField])
    case list(Shape)
    /// Texts by names of the caller's own.
    case labels
  }

  /// When a field is there.
  public enum Presence: Sendable {
    /// Always, with a value.
    case always
    /// Always; `null` where the value is not known.
    case orNull
    /// Only where it applies, or is not withheld.
    case sometimes
    /// Only where it applies, and then perhaps `null`.
    case sometimesOrNull
  }

  /// The field's name.
  public let name: String
  /// What stands in it.
  public let shape: Shape
  /// When it is there.
  public let presence: Presence
  /// What it means, in a few words.
  public let meaning: String

  init(_ name: String, _ shape: Shape, _ meaning: String, _ presence: Presence = .always) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.presence = presence
  }

  /// Seconds.
  static func time(
    _ name: String, _ meaning: String, _ presence: Presence = .always
  ) -> OutputField {
    OutputField(name, .number("s"), meaning, presence)
  }

  /// A whole number of things.
  static func count(
    _ name: String, _ meaning: String, _ presence: Presence = .always
  ) -> OutputField {
    OutputField(name, .count, meaning, presence)
  }

  /// Which party it concerns.
  static func party(_ name: String, _ meaning: String, _ presence: Presence = .always)
    -> OutputField
  {
    OutputField(name, .reference("party"), meaning, presence)
  }
}
