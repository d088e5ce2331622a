extension Configuration {
  /// A short text that is equal for equal settings (FNV-1a of the values, as hexadecimal).
  public var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for setting in Setting.all {
      for byte in "\(setting.key)=\(setting.value(in: self));".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
