/// A date as people write it.
enum PlainDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `2026-11-02T09:15:30Z` as `2 November 2026, 09:15 UTC`; anything else as it stands.
  static func text(of stamp: String) -> String {
    let parts = stamp.split(separator: "T")
    let date = parts.first?.split(separator: "-").compactMap { Int($0) } ?? []
    guard parts.count == 2, date.count == 3, (1...12).contains(date[1]) else { return stamp }
    let zone = parts[1].hasSuffix("Z") ? " UTC" : ""
    return "\(date[2]) \(months[date[1] - 1]) \(date[0]), \(parts[1].prefix(5))\(zone)"
  }
}
