/// The number of a channel in a file, counted from 1 as users do.
public struct ChannelNumber: Hashable, Sendable {
  /// The first of two.
  public static let left: ChannelNumber = ChannelNumber(index: 0)
  /// The second of two.
  public static let right: ChannelNumber = ChannelNumber(index: 1)

  /// The position in a frame of samples, counted from 0.
  public let index: Int

  init(index: Int) {
    self.index = index
  }

  /// Creates a channel from `left`, `right` or a number from 1; nil for anything else.
  public init?(argument: String) {
    switch argument.lowercased() {
    case "left": self = .left
    case "right": self = .right
    default:
      guard let number = Int(argument), number >= 1 else { return nil }
      self.init(index: number - 1)
    }
  }

  /// The name in reports, where the file has so many channels.
  func name(among channels: Int) -> String {
    guard channels <= 2 else { return "channel \(index + 1)" }
    if channels == 1 { return "mono" }
    return index == 0 ? "left" : "right"
  }
}
