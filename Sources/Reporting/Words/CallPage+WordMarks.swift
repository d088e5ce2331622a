import Conversation
import Pages

/// What words tell, in two rows of its own below the lanes of the timeline.
extension CallPage {
  /// The height of these rows in pixels; none without words.
  var wordRows: Int { wordSigns.isEmpty ? 0 : 32 }

  func wordShapes(_ page: inout PageText) {
    guard wordRows > 0 else { return }
    page.raw(
      """
      <path id="asked" class="mark hollow" d="M-3-2a3 3 0 1 1 3 3v2m0 2v1"/>
      <circle id="again" class="mark hollow" r="4"/>
      <path id="phrase" class="mark hollow" d="M-4 0h8M0-4v8"/>
      <path id="cut" class="mark" d="M-5-4h10l-5 8z"/>

      """)
  }

  /// The marks of a stretch of the call, below `top`.
  func wordMarks(_ shown: Interval, below top: Int, _ page: inout PageText) {
    guard wordRows > 0 else { return }
    for party in Party.allCases {
      page.raw("<g class=\"\(party.name)\">")
      let y = top + (party == .agent ? 8 : 22)
      for event in call.record.words where event.party == party {
        guard let sign = event.sign, let start = event.entry.start, shown.start <= start,
          start < shown.end
        else { continue }
        page.raw("<use href=\"#\(sign)\" x=\"\(place(start, in: shown))\" y=\"\(y)\"/>")
      }
      page.raw("</g>\n")
    }
  }

  func wordLegend(_ page: inout PageText) {
    let signs = wordSigns
    for (symbol, words) in WordEvent.signs where signs.contains(symbol) {
      sign(symbol, words, &page)
    }
  }

  private var wordSigns: Set<String> { Set(call.record.words.compactMap(\.sign)) }
}

extension WordEvent {
  fileprivate static let signs = [
    ("asked", "question"), ("again", "possible playback"), ("phrase", "phrase, such as thanks"),
    ("cut", "began in an unfinished sentence"),
  ]

  /// The sign that stands for it in the picture; acknowledgements are too many.
  fileprivate var sign: String? {
    switch self {
    case .utterance, .phrase(_, _, .acknowledgement, _): nil
    case .question: "asked"
    case .playback: "again"
    case .phrase: "phrase"
    case .cutInPause: "cut"
    }
  }
}
