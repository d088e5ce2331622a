/// The transform that the spectrum is made with; a narrow door, so that another can take its place.
protocol Transform: ~Copyable {
  /// The floats from the start of one row of a spectrum to the next.
  var stride: Int { get }
  /// Transforms pairs of rows of `size` windowed samples, taken for the real and the imaginary parts
  /// of complex numbers, to pairs of rows of `size` real and imaginary parts.
  ///
  /// Both arrays are aligned for vector units.
  func transform(_ samples: UnsafeMutablePointer<Float>, to spectra: UnsafeMutablePointer<Float>)
}
