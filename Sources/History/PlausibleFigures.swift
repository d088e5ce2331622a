/// Reads any JSON and refuses numbers that no call has, wherever they stand: counts and lengths below
/// nothing, and whatever is beyond a thousand million.
///
/// Files are edited by hand, and what is added up over many calls has to stay a number.
struct PlausibleFigures: Decodable {
  /// The figures that may be below nothing: levels, and offsets of who comes too soon.
  private static let signed: Set<String> = [
    "level", "level_difference", "loudness", "median", "percentile_90", "signal_to_noise",
    "speech_level",
  ]
  private static let most = 1e9

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    for key in values.allKeys {
      if (try? values.decode(PlausibleFigures.self, forKey: key)) != nil { continue }
      if (try? values.nestedContainer(keyedBy: Key.self, forKey: key)) != nil {
        // An object with an impossible number.
        throw DecodingError.dataCorruptedError(
          forKey: key, in: values, debugDescription: "an impossible figure")
      }
      guard let number = try? values.decode(Double.self, forKey: key) else { continue }
      let least = Self.signed.contains(key.stringValue) ? -Self.most : 0
      guard (least...Self.most).contains(number) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: values, debugDescription: "an impossible figure")
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
