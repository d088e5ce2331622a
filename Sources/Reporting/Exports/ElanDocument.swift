import Conversation

/// An ELAN annotation document (EAF 3.0) with the tiers agent, customer and events.
///
/// Annotations of a tier do not overlap; times are in milliseconds.
public enum ElanDocument {
  /// The document's required date where the call's beginning is not known.
  private static let unknownDate = "1970-01-01T00:00:00Z"

  /// The XML of a call's document.
  public static func bytes(_ call: CallReport) -> [UInt8] {
    let tiers = call.tiers.map { tier in
      (name: tier.name, tiles: tier.tiles.filter { !$0.text.isEmpty })
    }
    var text = XMLText()
    text.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    text.open(
      "ANNOTATION_DOCUMENT",
      [
        ("AUTHOR", "interject"), ("DATE", call.session.started ?? unknownDate), ("FORMAT", "3.0"),
        ("VERSION", "3.0"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:noNamespaceSchemaLocation", "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"),
      ])
    text.open("HEADER", [("MEDIA_FILE", ""), ("TIME_UNITS", "milliseconds")])
    text.close("HEADER")
    text.open("TIME_ORDER")
    for (index, time) in slots(of: tiers.flatMap(\.tiles)).enumerated() {
      text.empty(
        "TIME_SLOT", [("TIME_SLOT_ID", "ts\(index + 1)"), ("TIME_VALUE", "\(time.milliseconds)")])
    }
    text.close("TIME_ORDER")
    var count = 0
    for tier in tiers {
      text.open("TIER", [("LINGUISTIC_TYPE_REF", "default-lt"), ("TIER_ID", tier.name)])
      for tile in tier.tiles {
        count += 1
        text.annotation(count, tile.text)
      }
      text.close("TIER")
    }
    text.empty(
      "LINGUISTIC_TYPE",
      [
        ("GRAPHIC_REFERENCES", "false"), ("LINGUISTIC_TYPE_ID", "default-lt"),
        ("TIME_ALIGNABLE", "true"),
      ])
    text.close("ANNOTATION_DOCUMENT")
    return text.bytes
  }

  /// Two slots an annotation, in the order of the annotations.
  private static func slots(of tiles: [(interval: Interval, text: String)]) -> [SampleTime] {
    tiles.flatMap { [$0.interval.start, $0.interval.end] }
  }
}

extension XMLText {
  fileprivate mutating func annotation(_ number: Int, _ value: String) {
    open("ANNOTATION")
    open(
      "ALIGNABLE_ANNOTATION",
      [
        ("ANNOTATION_ID", "a\(number)"), ("TIME_SLOT_REF1", "ts\(number * 2 - 1)"),
        ("TIME_SLOT_REF2", "ts\(number * 2)"),
      ])
    element("ANNOTATION_VALUE", value)
    close("ALIGNABLE_ANNOTATION")
    close("ANNOTATION")
  }
}
