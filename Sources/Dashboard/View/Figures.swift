import Conversation

/// Figures as people read them.
enum Figures {
  /// A time as `m:ss`, or `h:mm:ss` from one hour on.
  static func clock(_ time: SampleTime) -> String {
    let seconds = max(0, time.ticks / SampleTime.ticksPerSecond)
    let minutes = seconds / 60
    let rest =
      digits(minutes < 60 ? minutes : minutes % 60, atLeast: minutes < 60 ? 1 : 2) + ":"
      + digits(seconds % 60, atLeast: 2)
    return minutes < 60 ? rest : "\(minutes / 60):\(rest)"
  }

  /// A length as `1.3 s`, or as a clock from two minutes on.
  static func length(_ length: SampleTime) -> String {
    if length >= SampleTime(seconds: 120) { return clock(length) }
    return decimal(length) + " s"
  }

  /// A number of seconds with one decimal.
  static func decimal(_ length: SampleTime) -> String {
    let tenths = length.rounded(perSecond: 10)
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A share as `58 %`; a small one that is not nothing as `< 1 %`.
  static func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "< 1 %" : "\(Int((share * 100).rounded())) %"
  }

  /// A count and its noun, in the plural where it is not one.
  static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private static func digits(_ number: Int, atLeast width: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
