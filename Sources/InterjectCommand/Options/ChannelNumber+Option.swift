import ArgumentParser
import AudioFiles

extension ChannelNumber {
  /// Reads the value of an option that names a channel.
  init(option text: String) throws {
    guard let channel = ChannelNumber(argument: text) else {
      throw ValidationError("write left, right, or a number from 1 up.")
    }
    self = channel
  }
}
