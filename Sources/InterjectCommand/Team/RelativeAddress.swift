import FoundationEssentials

/// The address of a file as a page in a folder leads to it.
enum RelativeAddress {
  /// The address of a file from a folder, with what addresses do not allow written as they want it.
  static func of(_ file: String, from folder: String) -> String {
    let parts = URL(fileURLWithPath: file).standardizedFileURL.pathComponents
    let base = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
    let common = zip(parts, base).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: base.count - common) + parts.dropFirst(common)
    return steps.map { $0.addressPart }.joined(separator: "/")
  }
}

extension String {
  /// The text with all but letters of ASCII, digits and a few signs as percent and hexadecimal digits.
  fileprivate var addressPart: String {
    let digits = Array("0123456789ABCDEF")
    return utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte))
        || "-._~".utf8.contains(byte)
      return isPlain
        ? String(Character(scalar)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}
