/// Logarithms without the C library.
package enum Logarithm {
  /// The logarithm to the base 2 of a positive normal number; the error is below 2e-5.
  ///
  /// The exponent is exact; the fraction is the series of the inverse hyperbolic tangent.
  package static func base2(_ number: Double) -> Double {
    // By the bits: asking for the parts of a number is a call of the standard library for each.
    let bits = number.bitPattern
    let exponent = Int(bits >> 52) - 1023
    let significand = Double(bitPattern: bits & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
    let z = (significand - 1) / (significand + 1)
    let square = z * z
    let series = z * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square / 9))))
    return Double(exponent) + series * 2.885_390_081_777_927
  }

  /// A power in decibels, not below -120.
  package static func decibels(_ power: Double) -> Double {
    3.010_299_956_639_812 * base2(max(power, 1e-12))
  }
}
