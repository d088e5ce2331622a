import Wording

/// Every field that is written, with its unit and its meaning, as lines of text.
public enum DataDictionary {
  /// The lines, `width` columns at most.
  public static func lines(width: Int) -> [String] {
    var lines: [String] = []
    func add(_ heading: String, _ fields: [OutputField]) {
      if !lines.isEmpty { lines.append("") }
      lines.append(heading)
      lines += self.lines(fields, prefix: "", width: width)
    }
    add("session, the first line of a stream", OutputCatalogue.session)
    add("summary, the last line; metrics the same without the first five", OutputCatalogue.summary)
    add("of each party", OutputCatalogue.party)
    add("voice and first_minute", OutputCatalogue.voice)
    add("wording of a summary; only with words", OutputCatalogue.wording)
    add("of each party's wording", OutputCatalogue.partyWording)
    add("report of a call", OutputCatalogue.report)
    for event in OutputCatalogue.events where event.name != "metrics" && event.name != "call_ended"
    {
      add("\(event.name): \(event.meaning)", event.fields)
    }
    add("answer of a worker", OutputCatalogue.answer)
    return lines
  }

  private static func lines(_ fields: [OutputField], prefix: String, width: Int) -> [String] {
    fields.flatMap { field -> [String] in
      let name = prefix + field.name
      let meaning = field.unit.map { "\(field.meaning) (\($0))" } ?? field.meaning
      let wrapped = meaning.wrapped(to: max(width - 40, 20))
      let own = wrapped.enumerated().map { index, part in
        (index == 0 ? "  " + name + " " : "").padded(to: 40) + part
      }
      guard case .object(let inner) = field.shape else { return own }
      return own + lines(inner, prefix: "\(name).", width: width)
    }
  }
}
