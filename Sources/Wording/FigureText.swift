package import Conversation

/// Figures as people read them.
package enum FigureText {
  /// A time as `m:ss.s`, or `h:mm:ss.s` from one hour on.
  package static func clock(_ time: SampleTime) -> String {
    let tenths = max(0, time.rounded(perSecond: 10))
    return clock(seconds: tenths / 10) + ".\(tenths % 10)"
  }

  /// A number of seconds as `m:ss`, or `h:mm:ss` from one hour on.
  package static func clock(seconds: Int) -> String {
    var bytes: [UInt8] = []
    let minutes = seconds / 60
    if minutes >= 60 {
      bytes.append(integer: minutes / 60)
      bytes.append(ascii: ":")
    }
    bytes.append(digits: UInt(minutes % 60), atLeast: minutes >= 60 ? 2 : 1)
    bytes.append(ascii: ":")
    bytes.append(digits: UInt(seconds % 60), atLeast: 2)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A time as `m:ss`, or `h:mm:ss` from one hour on.
  package static func minutes(_ time: SampleTime) -> String {
    clock(seconds: max(0, time.ticks / SampleTime.ticksPerSecond))
  }

  /// A moment in whole seconds: the time that `clock` tells, without its tenth.
  package static func moment(_ time: SampleTime) -> String {
    clock(seconds: max(0, time.rounded(perSecond: 10)) / 10)
  }

  /// A time of day as `09:05`.
  package static func timeOfDay(_ time: (hour: Int, minute: Int)) -> String {
    var bytes: [UInt8] = []
    bytes.append(digits: UInt(max(0, time.hour)), atLeast: 2)
    bytes.append(ascii: ":")
    bytes.append(digits: UInt(max(0, time.minute)), atLeast: 2)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A length as `1.3 s`.
  package static func seconds(_ length: SampleTime) -> String { tenths(length) + " s" }

  /// A length as `1.3 s`, or as a clock from two minutes on.
  package static func length(_ length: SampleTime) -> String {
    length >= SampleTime(seconds: 120) ? minutes(length) : seconds(length)
  }

  /// A number of seconds with one decimal.
  package static func tenths(_ length: SampleTime) -> String {
    var bytes: [UInt8] = []
    bytes.append(scaled: length.rounded(perSecond: 10), places: 1)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A share as `58 %`; a small one that is not nothing as `< 1 %`.
  package static func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "< 1 %" : decimal(share * 100, places: 0) + " %"
  }

  package static func decimal(_ number: Double, places: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(number, places: places, missing: "?")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number with at most three decimals and no zeros at the end.
  package static func plain(_ number: Double) -> String {
    var text = decimal(number, places: 3)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// A count and its noun, in the plural where it is not one.
  package static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// A count, with its rate an hour where ten events or more make one.
  package static func hourly(_ count: Int, in metrics: Metrics) -> String {
    metrics.hourly(count).map { "\(count) (\(decimal($0, places: 0))/h)" } ?? "\(count)"
  }

  /// A count, with its rate where ten events or more make one.
  package static func rate(_ count: Int, in metrics: Metrics) -> String {
    metrics.rate(count).map { "\(count) (\(decimal($0, places: 1))/min)" } ?? "\(count)"
  }
}
