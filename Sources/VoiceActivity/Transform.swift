/// The transform that the spectrum is made with; a narrow door, so that another can take its place.
protocol Transform: ~Copyable {
  /// Where the windowed samples go: `windows` rows of `size` samples.
  var input: UnsafeMutablePointer<Float> { get }
  /// Where the spectra appear: `windows` rows of `stride` complex bins, interleaved.
  var output: UnsafeMutablePointer<Float> { get }
  /// The complex bins from the start of one spectrum to the next.
  var stride: Int { get }
  /// Transforms all windows.
  func transform()
}
