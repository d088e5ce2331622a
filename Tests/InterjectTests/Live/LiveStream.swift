import Conversation
import Interject
import Reporting
import Testing

/// All that a live call says, read to its end.
struct LiveStream {
  var events: [Event] = []
  var statuses: [SessionState] = []
  /// The measures of the call under way at each status.
  var metrics: [Metrics?] = []
  var notices: [String] = []
  var wordings: [CallWording] = []
  let ending: LiveEnding

  /// The stream as text, without its first line.
  var text: String {
    var lines = JSONLines()
    for event in events { lines.append(event) }
    lines.append(ending.summary)
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  init(_ call: consuming LiveCall) {
    while true {
      guard let item = call.next() else {
        call.wait(milliseconds: 1000)
        continue
      }
      switch item {
      case .event(let event): events.append(event)
      case .status(let status):
        statuses.append(status)
        metrics.append(call.metrics)
      case .notice(let text): notices.append(text)
      case .wording(let wording): wordings.append(wording)
      case .ended(let ending):
        self.ending = ending
        return
      }
    }
  }
}
