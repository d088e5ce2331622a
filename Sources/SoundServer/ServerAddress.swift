/// Where a sound server is, as its library writes it: `unix:/run/…`, `tcp:host:4713`, a host's name.
package struct ServerAddress: Hashable, Sendable {
  private let text: Substring

  package init(_ text: String) {
    // A name of the machine in braces says for which machine the address holds.
    self.text = text.hasPrefix("{") ? text[...].drop { $0 != "}" }.dropFirst() : text[...]
  }

  /// Whether it is reached over a network; a socket is a file of this machine.
  package var isRemote: Bool {
    guard !text.isEmpty, !text.hasPrefix("/"), !text.hasPrefix("unix:") else { return false }
    let host = ["tcp:", "tcp4:", "tcp6:"].reduce(text) { rest, scheme in
      rest.hasPrefix(scheme) ? rest.dropFirst(scheme.count) : rest
    }
    return !["127.", "localhost", "[::1]", "::1"].contains { host.hasPrefix($0) }
  }
}
