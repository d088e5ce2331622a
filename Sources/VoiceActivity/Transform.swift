/// The transform that the spectrum is made with; a narrow door, so that another can take its place.
protocol Transform: ~Copyable {
  /// The complex bins from the start of one spectrum to the next.
  var stride: Int { get }
  /// Transforms rows of `size` windowed samples to rows of `stride` complex bins, interleaved.
  ///
  /// Both arrays are aligned for vector units; the samples may be destroyed.
  func transform(_ samples: UnsafeMutablePointer<Float>, to spectra: UnsafeMutablePointer<Float>)
}
