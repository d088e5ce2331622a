/// The place of a name among others as people sort them: "Agent 9" before "Agent 10", "Émile" at E.
///
/// Signs come before numbers and those before letters. Names that differ in case or accents alone
/// stand together.
struct NameOrder: Comparable {
  private enum Part: Hashable, Comparable {
    case sign(Character)
    /// The digits without leading zeros, after how many they are.
    case number(Int, String)
    case letter(Character)
  }

  private let parts: [Part]
  private let name: String

  init(_ name: String) {
    self.name = name
    var parts: [Part] = []
    var rest = name[...]
    while let first = rest.first {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard digits.isEmpty else {
        let value = digits.drop { $0 == "0" }
        parts.append(.number(value.count, String(value)))
        rest = rest[digits.endIndex...]
        continue
      }
      rest.removeFirst()
      if first.isLetter {
        parts += Self.plain(first).lowercased().map { .letter($0) }
      } else {
        parts.append(.sign(first))
      }
    }
    self.parts = parts
  }

  static func < (left: NameOrder, right: NameOrder) -> Bool {
    if left.parts == right.parts { return left.name < right.name }
    return left.parts.lexicographicallyPrecedes(right.parts)
  }

  /// A letter without its accents, which the names of Unicode tell: "… LETTER E WITH ACUTE".
  private static func plain(_ letter: Character) -> String {
    guard let scalar = letter.unicodeScalars.first, !scalar.isASCII,
      let name = scalar.properties.name, name.hasPrefix("LATIN "),
      let mark = name.firstRange(of: " WITH "),
      let base = name[..<mark.lowerBound].split(separator: " ").last, base.count == 1
    else { return String(letter.unicodeScalars.first.map(Character.init) ?? letter) }
    return String(base)
  }
}
