extension Unicode.Scalar {
  /// The character as one that takes exactly one column, or nil for one that takes none.
  ///
  /// Control characters and those of two columns would move what stands beside them.
  var singleColumn: Unicode.Scalar? {
    if value < 0x7F { return value < 0x20 ? "?" : self }
    switch value {
    case 0x7F...0x9F: return "?"
    case 0xA0: return " "
    case ..<0x300: return self
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      return "?"
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return nil
    case .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: return "?"
    default: return self
    }
  }
}
