import Glibc

/// How often something happens in the calls of a group, and how far chance may have moved it.
///
/// Calls, not events, are drawn again: events of a call are not independent. Intervals are those of
/// the logarithm of the rate with Student's distribution, since percentiles of the draws are too
/// narrow for a few calls.
struct CallRate: Sendable {
  /// A call: what happened in it, and how much room there was for it.
  struct Call: Sendable {
    var events: Double
    var room: Double
  }

  /// Two hundred are enough for a standard error (Efron & Tibshirani 1993).
  static let draws = 200

  let calls: Int
  let events: Double
  let room: Double
  /// The standard error of the logarithm.
  let error: Double
  /// The variance of a call's count against what its room lets expect, 1 for a Poisson process.
  let dispersion: Double

  /// Estimates a rate; `least` is the dispersion that it is taken to have at least, since a few calls
  /// can be alike by chance.
  init(_ sample: [Call], seed: String, least: Double = 1) {
    calls = sample.count
    events = sample.reduce(0) { $0 + $1.events }
    room = sample.reduce(0) { $0 + $1.room }
    let rate = room > 0 ? events / room : 0
    let squares = sample.reduce(0.0) { sum, call in
      let rest = call.events - rate * call.room
      return sum + rest * rest
    }
    dispersion = events > 0 ? max(1, squares / events) : 1
    let floor = max(least, 1) / (events + 0.5)
    error = max(Self.drawn(sample, seed: seed), floor).squareRoot()
  }

  /// Events for each unit of room; nil without room.
  var rate: Double? { room > 0 ? events / room : nil }

  private var logarithm: Double { log((events + 0.5) / room) }

  /// The interval that holds the true rate with a probability; nil for fewer than two calls.
  func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard calls > 1, room > 0, let rate else { return nil }
    let width =
      error * StudentDistribution.quantile(twoSided: 1 - confidence, freedom: Double(calls - 1))
    let middle = logarithm
    return min(exp(middle - width), rate)...max(exp(middle + width), rate)
  }

  /// The probability that a rate so far from another comes about by chance.
  func probability(against other: CallRate) -> Double {
    guard calls > 1, other.calls > 1, room > 0, other.room > 0 else { return 1 }
    let distance = logarithm - other.logarithm
    let width = (error * error + other.error * other.error).squareRoot()
    return StudentDistribution.twoSided(distance / width, freedom: Double(calls - 1))
  }

  /// The variance of the logarithm over draws of as many calls with replacement.
  private static func drawn(_ sample: [Call], seed: String) -> Double {
    guard sample.count > 1 else { return 0 }
    var draws = RepeatableDraws(seed: seed)
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<Self.draws {
      var events = 0.5
      var room = 0.0
      for _ in sample.indices {
        let call = sample[draws.index(below: sample.count)]
        events += call.events
        room += call.room
      }
      let value = room > 0 ? log(events / room) : 0
      sum += value
      squares += value * value
    }
    let count = Double(Self.draws)
    return max(0, (squares - sum * sum / count) / (count - 1))
  }
}
