import Wording

/// One character of the screen.
struct Cell: Equatable {
  static let blank = Cell(scalar: " ", ink: .plain)

  var scalar: Unicode.Scalar
  var ink: Ink
}
