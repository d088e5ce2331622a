public import Conversation

/// How much later one party's recording begins than the other's, by a voice that is in both.
///
/// The phases of both spectra are compared over all bands of telephony (generalized
/// cross-correlation with phase transform, Knapp and Carter 1976): a leak stands out as one sharp
/// peak, however faint, where the alternation of talk leaves nothing.
public struct RecordingOffset {
  /// The seconds of each recording that are compared.
  public static let compared = 120
  /// Nearer ones are the delays of lines and rooms.
  private static let nearest = 1.5
  /// Times the deviation of what chance gives, whose largest of a million is 5.2.
  private static let leastPeak: Float = 10
  /// A peak as high as this part of the highest elsewhere makes it doubtful.
  private static let rival: Float = 0.6
  private static let band = 300.0...3_400.0

  /// Finds the offset; positive where the customer's recording begins later, nil where no leak shows
  /// one of 1.5 s to so many seconds.
  public static func find(
    _ samples: PartyPair<[Float]>, rate: EngineRate, farthest: Double = 60
  ) -> SampleTime? {
    let step = rate.rawValue / EngineRate.narrow.rawValue
    let narrow = Double(EngineRate.narrow.rawValue)
    let count = max(samples.agent.count, samples.customer.count) / step
    let reach = Int(farthest * narrow)
    var size = 1
    while size < count + reach { size *= 2 }
    guard count > Int(5 * narrow), size <= 1 << 21 else { return nil }
    let transform = ComplexTransform(size: size)
    for index in 0..<count {
      // Both in one signal, as its real and its imaginary part.
      transform.real(index, average(samples.agent, index, step))
      transform.imaginary(index, average(samples.customer, index, step))
    }
    transform.forward()
    let bin = Double(size) / narrow
    let bins = Int(band.lowerBound * bin)...Int(band.upperBound * bin)
    transform.compareHalves(in: bins)
    transform.forward()
    return peak(transform, size, reach, deviation: Float(2 * bins.count).squareRoot())
      .map { SampleTime(seconds: Double($0) / narrow) }
  }

  private static func average(_ samples: [Float], _ index: Int, _ step: Int) -> Float {
    let start = index * step
    guard start + step <= samples.count else { return 0 }
    var sum: Float = 0
    for place in start..<start + step { sum += samples[place] }
    return sum
  }

  /// The lag of the one peak that is high enough; nil where there is none, or another as well.
  private static func peak(
    _ transform: ComplexTransform, _ size: Int, _ reach: Int, deviation: Float
  ) -> Int? {
    func value(_ lag: Int) -> Float { transform.real(at: lag >= 0 ? lag : size + lag).magnitude }
    var best = 0
    for lag in -reach...reach where value(lag) > value(best) { best = lag }
    let nearest = Int(nearest * Double(EngineRate.narrow.rawValue))
    let height = value(best)
    guard best.magnitude >= nearest, height > leastPeak * deviation else { return nil }
    // The leak of the other party lies beside it, by twice the delay of the line.
    for lag in -reach...reach where value(lag) >= rival * height {
      guard (lag - best).magnitude < nearest else { return nil }
    }
    return best
  }
}
