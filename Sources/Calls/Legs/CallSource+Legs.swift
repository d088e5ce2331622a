import AudioFiles

extension CallSource {
  /// Whether it is two recordings of which nobody has said how far apart they begin.
  var mayBeginApart: Bool { if case .apart = layout { !isDelayKnown } else { false } }
}
