/// The words that carry what is said, cut to their stems.
enum ContentWords {
  /// A word that carries something, by its stem; nil for those that only join others.
  static func stem(_ form: String) -> String? {
    guard form.count > 2, !joining.contains(form) else { return nil }
    var stem = form[...]
    for ending in ["ing", "ies", "ied", "ed", "es", "s", "er", "ly"]
    where stem.hasSuffix(ending) && stem.count - ending.count >= 3 {
      stem = stem.dropLast(ending.count)
      break
    }
    // "stopped" and "stop", "moved" and "move", "carry" and "carried".
    if let last = stem.last, stem.count > 3, last == stem.dropLast().last { stem = stem.dropLast() }
    if let last = stem.last, stem.count > 3, "ey".contains(last) { stem = stem.dropLast() }
    return String(stem)
  }

  private static let joining: Set<String> = Set(
    """
    the and but for with from that this these those there here then than them they their theirs you
    your yours our ours his her hers him she its are was were been being have has had having does did
    doing done will would shall should can could may might must not nor yes yeah okay right sure well
    now just also too very really quite rather some any all both each every other another such only
    own same what which who whom whose when where why how about into over under again once out off
    down onto upon per via got get gets getting let lets see say said know think mean want like going
    thank thanks please sorry great good perfect lovely sir madam hello bye help one two something
    anything nothing everything thing things way lot bit kind sort ones come came back give given
    take tell told look need make made because though although while until since still yet even much
    many more most less least few hmm huh uhm sounds understand understood course
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
