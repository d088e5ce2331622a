import Glibc

extension TeamChange {
  /// Compares the calls of some weeks with those of as many before; nil where either has too few, or
  /// too little has happened for a rate.
  init?(late: [CallRate.Call], early: [CallRate.Call], weeks: Int) {
    let groups = [late, early]
    let isEnough = groups.allSatisfy { calls in
      calls.count >= TeamFigures.fewestCalls
        && calls.reduce(0) { $0 + $1.room } * 60 >= TeamFigures.fewestMinutes
    }
    let now = CallRate(late, seed: "late")
    let before = CallRate(early, seed: "early")
    guard isEnough, now.events + before.events >= 10 else { return nil }
    let middle = log((now.events + 0.5) / now.room) - log((before.events + 0.5) / before.room)
    let freedom = Double(min(late.count, early.count) - 1)
    let width =
      (now.error * now.error + before.error * before.error).squareRoot()
      * StudentDistribution.quantile(twoSided: 0.05, freedom: freedom)
    self.init(
      ratio: exp(middle), interval: exp(middle - width)...exp(middle + width), weeks: weeks)
  }
}
