/// One character of the screen.
struct Cell: Equatable {
  static let blank = Cell(scalar: " ", tone: .plain)

  var scalar: Unicode.Scalar
  var tone: Tone
}
