package import FoundationEssentials

/// A value of JSON text whose shape is not known beforehand.
package enum JSONItem: Decodable, Sendable {
  case nothing
  case flag(Bool)
  case integer(Int)
  /// What is no whole number, or too large for one; with its text.
  case number(Double, String)
  case text(String)
  case list([JSONItem])
  case object([String: JSONItem])

  /// Reads text; nil where it is no JSON.
  package init?(json: Data) {
    guard let read = try? JSONDecoder().decode(JSONItem.self, from: json) else { return nil }
    self = read
  }

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    // What is most frequent comes first: a wrong guess costs an error.
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Double.self) {
      // Names of calls may be longer numbers than a Double can tell apart.
      let large = { (try? value.decode(UInt64.self)).map { "\($0)" } }
      self =
        (try? value.decode(Int.self)).map(JSONItem.integer)
        ?? .number(number, large() ?? "\(number)")
    } else if let object = try? value.decode([String: JSONItem].self) {
      self = .object(object)
    } else if let list = try? value.decode([JSONItem].self) {
      self = .list(list)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if value.decodeNil() {
      self = .nothing
    } else {
      // A number that JSON does not have, such as 01.
      throw DecodingError.dataCorruptedError(in: value, debugDescription: "no value")
    }
  }

  /// The members of an object; nil for anything else.
  package var members: [String: JSONItem]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// A text; nil for anything else.
  package var string: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// A number; nil for anything else.
  package var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number, _): number
    default: nil
    }
  }

  /// A number without a fraction; nil for anything else.
  package var int: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The objects of a list; nil where it is none or holds something else.
  var objects: [[String: JSONItem]]? {
    guard case .list(let list) = self else { return nil }
    let objects = list.compactMap(\.members)
    return objects.count == list.count ? objects : nil
  }
}
