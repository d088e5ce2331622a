import Conversation
public import Pages
public import Reporting

/// The page on which a person listens to sampled moments and judges each.
public struct ReviewPage: Sendable {
  private let items: [(item: ReviewItem, clip: SoundClip?)]
  private let sample: ReviewSample
  private let version: String
  private let commands: ReaderCommands?

  /// Creates the page of some items, in the order in which they are shown.
  public init(
    _ items: [(item: ReviewItem, clip: SoundClip?)], of sample: ReviewSample, version: String,
    commands: ReaderCommands? = nil
  ) {
    self.items = items
    self.sample = sample
    self.version = version
    self.commands = commands
  }

  /// The page in UTF-8.
  public var bytes: [UInt8] {
    var page = Page(
      title: "Review: \(items.count) moments of \(sample.calls) calls",
      scripts: [ReviewScript.text])
    page.body.open("main", ["id": "review"])
    page.body.element("h1", "Does someone interrupt here?")
    page.body.element(
      "p",
      "\(items.count) moments, drawn at random from \(sample.calls) calls. Some were flagged as "
        + "interruptions and some were not; which ones is not shown, so that you judge by what you "
        + "hear. The agent is on the left, the customer on the right.")
    page.body.element(
      "p", "This page contains the voices of agents and customers. Treat it like the recordings.",
      ["class": "notice"])
    page.body.raw(form)
    page.body.close("main")
    page.data = [("items", data)]
    return page.bytes
  }

  private var form: String {
    let next = commands.map { " Then run <code>\($0.evaluation.escapedForPage)</code>" } ?? ""
    return """
      <noscript><p class="notice">This page needs JavaScript; its script is built in.</p></noscript>
      <p>An interruption: starting while the other speaks, to take the turn. No interruption: \
      "mm-hm" and other signs of listening, agreeing, finishing the other's sentence to help, starting \
      just as the other ends, both starting at once.</p>
      <section class="card" id="card" aria-live="polite" hidden>
      <h2 id="place"></h2>
      <progress id="progress" max="1" value="0" aria-label="Answered"></progress>
      <div id="picture"></div>
      <audio id="sound" controls aria-label="The moment"></audio>
      <p id="question" class="verdict"></p>
      <div class="answers" role="group" aria-label="Your answer">
      <button type="button" data-answer="yes" aria-pressed="false">Yes (y)</button>
      <button type="button" data-answer="no" aria-pressed="false">No (n)</button>
      <button type="button" data-answer="unsure" aria-pressed="false">Cannot tell (u)</button>
      </div>
      <p><label for="why">Why, in your own words (optional)</label><br>
      <textarea id="why" rows="2" maxlength="500"></textarea></p>
      <div class="tools"><button type="button" id="back">Back (←)</button>
      <button type="button" id="next">Next (→)</button>
      <button type="button" id="play">Play (space)</button></div>
      </section>
      <section><h2>Save</h2>
      <p><label for="reviewer">Your name or role</label><br>
      <input id="reviewer" maxlength="80" autocomplete="off"></p>
      <p class="tools"><button type="button" id="save">Save the answers as a file</button>
      <span id="state" role="status"></span></p>
      <p class="quiet small">Nothing is sent anywhere. This browser keeps the answers until you save them, \
      if it is allowed to.\(next)</p>
      </section>

      """
  }

  private var data: String {
    var text = JSONText()
    text.beginObject()
    text.name("version")
    text.value(version)
    text.name("population")
    text.beginObject()
    for stratum in ReviewStratum.allCases {
      text.name(stratum.rawValue)
      text.value(sample.population[stratum] ?? 0)
    }
    text.endObject()
    text.name("items")
    text.beginArray()
    for (item, clip) in items { add(item, clip, &text) }
    text.endArray()
    text.endObject()
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func add(_ item: ReviewItem, _ clip: SoundClip?, _ text: inout JSONText) {
    text.beginObject()
    for (name, value) in [
      ("call", item.call), ("source", item.source), ("party", item.party.name),
      ("stratum", item.stratum.rawValue),
    ] {
      text.name(name)
      text.value(value)
    }
    text.name("agent")
    if let agent = item.agent { text.value(agent) } else { text.null() }
    text.name("start")
    text.value(item.start)
    if let flag = item.flag {
      text.name("id")
      text.value(flag.id)
      text.name("outcome")
      if let outcome = flag.outcome { text.value(outcome) } else { text.null() }
    }
    for party in Party.allCases {
      text.name("\(party.name)_speech")
      text.beginArray()
      for stretch in item.speech[party] {
        text.beginArray()
        text.value(stretch.lowerBound)
        text.value(stretch.upperBound)
        text.endArray()
      }
      text.endArray()
    }
    text.name("clip")
    if let clip { text.value(clip.address) } else { text.null() }
    text.endObject()
  }
}
