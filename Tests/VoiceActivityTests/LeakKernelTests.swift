import CKernels
import Foundation
import TestSignals
import Testing

@testable import VoiceActivity

/// The kernels behind bleed and pitch against their definitions, in double precision.
@Suite struct LeakKernelTests {
  private static let bands = Int(IJ_DETECTOR_BANDS)
  private static let compared = Int(IJ_LEAK_BANDS)

  private func noise(_ count: Int, scale: Float = 1, seed: UInt32 = 1) -> [Float] {
    var source = NoiseSource(seed: seed)
    return (0..<count).map { _ in scale * Float(source.next()) }
  }

  /// The levels and powers of a frame of a made-up voice.
  private func frame(_ number: Int, seed: Int) -> (levels: [Float], powers: [Float]) {
    let levels = noise(Self.bands, scale: 2, seed: UInt32(1000 * seed + number)).map { $0 - 4 }
    return (levels, levels.map { Float(pow(10, Double($0))) })
  }

  /// A history of a made-up voice, and the energy of its fluctuations.
  private func history(
    _ kernels: ij_kernels, seed: Int, frames: Int
  ) -> (BandHistory, [Float]) {
    let history = BandHistory()
    let energies = (0..<frames).map { number in
      let (levels, powers) = frame(number, seed: seed)
      return kernels.history_add(history.pointer, levels, powers).fluctuations
    }
    return (history, energies)
  }

  @Test(arguments: KernelSetNames.available) func historiesHoldFluctuationsAndBackground(
    name: String
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let (history, energies) = history(kernels, seed: 1, frames: 150)
    var mean: [Double] = []
    var background: [Double] = []
    for number in 0..<150 {
      let levels = frame(number, seed: 1).levels.map(Double.init)
      if number == 0 { (mean, background) = (levels, levels) }
      let pace = number + 1 < 100 ? 0.04 : 0.006
      var energy = 0.0
      for band in 0..<Self.bands {
        let change = levels[band] - mean[band]
        mean[band] += change / 30
        background[band] += levels[band] > background[band] ? 0.15 * pace : -0.85 * pace
        if band < Self.compared { energy += pow(min(max(change, -1), 1.5), 2) }
      }
      #expect(abs(Double(energies[number]) - energy) < 1e-3, "frame \(number)")
    }
    #expect(history.frames == 150)
    let found = history.values
    for band in 0..<Self.compared {
      #expect(abs(Double(found[band]) - mean[band]) < 1e-4)
      #expect(abs(Double(found[Self.bands + band]) - background[band]) < 1e-3)
    }
  }

  private func place(_ history: BandHistory, age: Int) -> Int {
    (history.frames - 1 - age) % Int(IJ_HISTORY_FRAMES)
  }

  @Test(arguments: KernelSetNames.available, [0, 50, 126]) func correlationsSumTheChosenFrames(
    name: String, first: Int
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let (near, _) = history(kernels, seed: 1, frames: 300)
    let (far, _) = history(kernels, seed: 2, frames: 300)
    let ages: UInt32 = 0b1000_0000_0110_0000_0101
    var sums = [Float](repeating: 9, count: Int(IJ_LEAK_LAGS))
    kernels.leak_correlate(&sums, near.pointer, far.pointer, UInt32(first), ages)
    let (nearValues, farValues) = (near.values, far.values)
    for lag in 0..<Int(IJ_LEAK_LAGS) {
      var expected = 0.0
      for age in 0..<Int(IJ_LEAK_BATCH) where ages >> UInt32(age) & 1 == 1 {
        let nearRow = 2 * Self.bands + place(near, age: age) * Self.compared
        let farRow = 2 * Self.bands + place(far, age: age + first + lag) * Self.compared
        for band in 0..<Self.compared {
          expected += Double(nearValues[nearRow + band]) * Double(farValues[farRow + band])
        }
      }
      #expect(abs(Double(sums[lag]) - expected) < 1e-3, "lag \(lag)")
    }
  }

  @Test(arguments: KernelSetNames.available) func whatTheLeakExplainsIsNoExcess(
    name: String
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let (near, _) = history(kernels, seed: 1, frames: 200)
    let (far, _) = history(kernels, seed: 2, frames: 200)
    var leak = ij_leak()
    ij_leak_reset(&leak)
    // A room that keeps a third a little later.
    withUnsafeMutableBytes(of: &leak) { bytes in
      let values = bytes.bindMemory(to: Float.self)
      for band in 0..<Self.bands { values[2 * Int(IJ_LEAK_LAGS) + 2 * Self.bands + band] = -0.5 }
    }
    let levels = noise(Self.bands, scale: 2, seed: 77).map { $0 - 5 }
    let lags: [Int32] = [3, 4, 30, 8, 12]
    let weights: [Float] = [0.3, 1, 0.2, 0.9, 0.4]
    let found = kernels.leak_excess(
      &leak, near.pointer, far.pointer, levels, lags, weights, 3, 2, 0)
    let (nearValues, farValues) = (near.values, far.values)
    let powers = 2 * Self.bands + Int(IJ_HISTORY_FRAMES) * Self.compared
    var excess = 0.0
    var audible = 0.0
    for band in 0..<Self.compared {
      var direct = 1e-10
      var tail = 1e-10
      for (tap, lag) in lags.enumerated() {
        let row = powers + place(far, age: Int(lag)) * Self.bands
        let power = Double(weights[tap]) * Double(farValues[row + band])
        if tap < 3 { direct += power } else { tail += power }
      }
      let noise = Double(nearValues[Self.bands + band]) + 0.4
      let leaked = (direct + tail * pow(10, -0.5)) * 0.01 * Double(IJ_LEAK_MARGIN)
      let explained = log10(leaked + pow(10, noise))
      excess += min(max(Double(levels[band]) - explained, 0), 1)
      audible += explained - noise
    }
    #expect(abs(Double(found.excess) - excess / Double(Self.compared)) < 1e-4)
    #expect(abs(Double(found.audible) - audible / Double(Self.compared)) < 1e-4)
  }

  @Test(arguments: KernelSetNames.available) func gainsFollowTheLevelOfALeak(
    name: String
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let near = BandHistory()
    let far = BandHistory()
    var leak = ij_leak()
    ij_leak_reset(&leak)
    let silence = [Float](repeating: -8, count: Self.bands)
    let silentPowers = [Float](repeating: 1e-8, count: Self.bands)
    var excess: Float = 1
    for number in 0..<600 {
      // Half of the time the far side speaks, at a tenth of a tenth in the near channel.
      let isLoud = number / 20 % 2 == 0
      let level: Float = isLoud ? -3 : -8
      let powers = [Float](repeating: pow(10, level), count: Self.bands)
      let levels = [Float](repeating: isLoud ? -4.3 : -8, count: Self.bands)
      _ = kernels.history_add(far.pointer, [Float](repeating: level, count: Self.bands), powers)
      _ = kernels.history_add(near.pointer, silence, silentPowers)
      let last = kernels.leak_excess(
        &leak, near.pointer, far.pointer, levels, [0], [1], 1, 0, 1
      ).excess
      if isLoud { excess = last }
    }
    #expect(excess < 0.05)
    let gains = withUnsafeBytes(of: leak) { bytes in
      Array(bytes.bindMemory(to: Float.self)[(2 * Int(IJ_LEAK_LAGS))...].prefix(Self.compared))
    }
    #expect(gains.allSatisfy { abs($0 + 1.3) < 0.05 })
  }

  @Test(arguments: KernelSetNames.available) func halvingTakesMeansOfFour(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let samples = noise(84, seed: 4)
    var halved = [Float](repeating: 0, count: 40)
    samples.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      kernels.halve(start + 2, 40, &halved)
    }
    for index in 0..<40 {
      let expected = samples[2 * index..<2 * index + 4].map(Double.init).reduce(0, +) / 4
      #expect(abs(Double(halved[index]) - expected) < 1e-6)
    }
  }

  @Test(arguments: KernelSetNames.available) func periodicityIsTheNormalizedCorrelation(
    name: String
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let window = Int(IJ_PITCH_WINDOW)
    let samples = noise(Int(IJ_PITCH_SAMPLES), scale: 0.1, seed: 6).enumerated().map {
      $1 + 0.3 * sin(Float($0) * 2 * .pi / 31) + 0.2
    }
    var found = [Float](repeating: 0, count: Int(IJ_PITCH_LAGS))
    let tops = kernels.periodicity(samples, &found)
    for lag in 1..<found.count - 1 {
      let isTop = found[lag] >= found[lag - 1] && found[lag] > found[lag + 1]
      #expect((tops >> UInt64(lag) & 1 == 1) == isTop)
    }
    #expect(tops & 1 == 0 && tops >> UInt64(found.count - 1) == 0)
    let mean = samples.map(Double.init).reduce(0, +) / Double(samples.count)
    let x = samples.map { Double($0) - mean }
    func sum(_ value: (Int) -> Double) -> Double { (0..<window).map(value).reduce(0, +) }
    let own = sum { x[$0] * x[$0] }
    for (index, correlation) in found.enumerated() {
      let lag = index + Int(IJ_PITCH_FIRST_LAG)
      let product = sum { x[$0] * x[$0 + lag] }
      let energy = sum { x[$0 + lag] * x[$0 + lag] }
      #expect(abs(Double(correlation) - product / (own * energy).squareRoot()) < 1e-4)
    }
    #expect(found.indices.max { found[$0] < found[$1] } == 31 - Int(IJ_PITCH_FIRST_LAG))
  }
}
