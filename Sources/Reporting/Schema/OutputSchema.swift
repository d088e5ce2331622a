import Conversation

/// The JSON Schema (draft 2020-12) of something that is written.
public enum OutputSchema: String, CaseIterable, Sendable {
  /// A line of the event stream.
  case events
  /// The summary of a call, as in reports and answers.
  case summary
  /// The JSON report of a call.
  case report
  /// A line that a worker answers with.
  case worker

  /// The schema as text in UTF-8.
  public func bytes(version: String) -> [UInt8] {
    var text = JSONText(brokenLevels: 12)
    text.beginObject()
    text.field("$schema", "https://json-schema.org/draft/2020-12/schema")
    text.field("$id", "urn:interject:\(rawValue):\(Session.schema)")
    text.field("title", title)
    text.field("$comment", "interject \(version), schema \(Session.schema): fields may be added")
    switch self {
    case .events: text.eventSchema()
    case .summary: text.field("$ref", "#/$defs/summary")
    case .report: text.field("$ref", "#/$defs/report")
    case .worker: text.field("$ref", "#/$defs/answer")
    }
    text.name("$defs")
    text.beginObject()
    text.name("party")
    text.beginObject()
    text.words(["agent", "customer"])
    text.endObject()
    text.definition("voice", OutputCatalogue.voice)
    text.definition("party_measures", OutputCatalogue.party)
    text.definition("session", OutputCatalogue.session)
    text.definition("summary", OutputCatalogue.summary)
    text.definition("wording", OutputCatalogue.wording)
    text.definition("party_wording", OutputCatalogue.partyWording)
    if self == .worker || self == .report { text.definition("report", OutputCatalogue.report) }
    if self == .worker { text.definition("answer", OutputCatalogue.answer) }
    if self == .events {
      for event in OutputCatalogue.events {
        text.definition(
          "event_\(event.name)",
          [.time("at", "audio consumed when it was reported")] + event.fields, event.meaning)
      }
    }
    text.endObject()
    text.endObject()
    text.endLine()
    return text.bytes
  }

  private var title: String {
    switch self {
    case .events: "A line of Interject's event stream"
    case .summary: "The summary of a call by Interject"
    case .report: "The JSON report of a call by Interject"
    case .worker: "A line that a worker of Interject answers with"
    }
  }
}

extension JSONText {
  /// An object with an `event` whose other fields depend on it; events that are not known are skipped
  /// by readers, so that they are no fault.
  fileprivate mutating func eventSchema() {
    field("type", "object")
    name("required")
    beginArray()
    value("event")
    endArray()
    name("properties")
    beginObject()
    name("event")
    beginObject()
    field("type", "string")
    endObject()
    endObject()
    name("allOf")
    beginArray()
    let names =
      ["session", "summary"].map { ($0, $0) }
      + OutputCatalogue.events.map { ($0.name, "event_\($0.name)") }
    for (event, definition) in names {
      beginObject()
      name("if")
      beginObject()
      name("properties")
      beginObject()
      name("event")
      beginObject()
      field("const", event)
      endObject()
      endObject()
      endObject()
      name("then")
      beginObject()
      field("$ref", "#/$defs/\(definition)")
      endObject()
      endObject()
    }
    endArray()
  }

  fileprivate mutating func definition(
    _ name: String, _ fields: [OutputField], _ meaning: String? = nil
  ) {
    self.name(name)
    beginObject()
    if let meaning { field("description", meaning) }
    object(fields)
    endObject()
  }

  private mutating func object(_ fields: [OutputField]) {
    field("type", "object")
    name("required")
    beginArray()
    for field in fields where field.isRequired { value(field.name) }
    endArray()
    name("properties")
    beginObject()
    for field in fields { property(field) }
    endObject()
  }

  private mutating func property(_ field: OutputField) {
    name(field.name)
    beginObject()
    self.field("description", field.unit.map { "\(field.meaning) (\($0))" } ?? field.meaning)
    if field.mayBeNull {
      name("anyOf")
      beginArray()
      beginObject()
      shape(field.shape)
      endObject()
      beginObject()
      self.field("type", "null")
      endObject()
      endArray()
    } else {
      shape(field.shape)
    }
    endObject()
  }

  private mutating func shape(_ shape: OutputField.Shape) {
    switch shape {
    case .text: field("type", "string")
    case .word(let words): self.words(words)
    case .flag: field("type", "boolean")
    case .count: field("type", "integer")
    case .number: field("type", "number")
    case .reference(let name): field("$ref", "#/$defs/\(name)")
    case .object(let fields): object(fields)
    case .list(let element):
      field("type", "array")
      name("items")
      beginObject()
      self.shape(element)
      endObject()
    case .labels:
      field("type", "object")
      name("additionalProperties")
      beginObject()
      field("type", "string")
      endObject()
    }
  }

  fileprivate mutating func words(_ words: [String]) {
    name("enum")
    beginArray()
    for word in words { value(word) }
    endArray()
  }
}

extension OutputField {
  var isRequired: Bool { presence == .always || presence == .orNull }
  var mayBeNull: Bool { presence == .orNull || presence == .sometimesOrNull }

  /// The unit of a number; nil where it has none.
  var unit: String? {
    switch shape {
    case .number(let unit) where !unit.isEmpty: unit
    case .list(.number(let unit)) where !unit.isEmpty: unit
    default: nil
    }
  }
}
