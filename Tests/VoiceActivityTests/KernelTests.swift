import CKernels
import Foundation
import TestSignals
import Testing

@testable import VoiceActivity

/// Each kernel against its definition, computed in double precision.
@Suite struct KernelTests {
  private func noise(_ count: Int, seed: UInt32 = 1) -> [Float] {
    var source = NoiseSource(seed: seed)
    return (0..<count).map { _ in Float(source.next()) }
  }

  @Test(arguments: KernelSetNames.available)
  func windowingRemovesTheMeanFirst(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    var window = [Float](repeating: 0, count: 200)
    ij_hann_window(&window, 200)
    let constant = [Float](repeating: 0.7, count: 200)
    var result = [Float](repeating: .nan, count: 208)
    kernels.apply_window(constant, window, 200, &result, 208)
    #expect(result.allSatisfy { abs($0) < 1e-6 })

    let samples = noise(200)
    let mean = samples.map(Double.init).reduce(0, +) / 200
    kernels.apply_window(samples, window, 200, &result, 208)
    for index in 0..<200 {
      let hann = 0.5 - 0.5 * cos(2 * Double.pi * (Double(index) + 0.5) / 200)
      #expect(abs(Double(result[index]) - (Double(samples[index]) - mean) * hann) < 1e-6)
    }
    #expect(result[200...].allSatisfy { $0 == 0 })
  }

  @Test(arguments: KernelSetNames.available, [16, 80, 320])
  func productIsTheSumOfProducts(name: String, length: Int) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let left = noise(length, seed: 2)
    let right = noise(length, seed: 9)
    let expected = zip(left, right).map { Double($0) * Double($1) }.reduce(0, +)
    #expect(abs(Double(kernels.product(left, right, length)) - expected) < 1e-4)
  }

  @Test(arguments: KernelSetNames.available)
  func levelsAreDecimalLogarithms(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let powers: [Float] = (0..<64).map { index in
      index == 0 ? 0 : Float(pow(10, Double(index) / 4 - 11))
    }
    var levels = [Float](repeating: 0, count: 64)
    kernels.levels(powers, &levels, 64)
    for (power, level) in zip(powers, levels) {
      #expect(abs(Double(level) - log10(Double(power) + 1e-10)) < 1e-5, "power \(power)")
    }
  }

  @Test(arguments: KernelSetNames.available)
  func binPowersTellTheWindowsOfAPairApart(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let (size, stride) = (64, 80)
    let windows = noise(4 * size)
    func part(_ window: Int, _ bin: Int, _ wave: (Double) -> Double) -> Double {
      var sum = 0.0
      for index in 0..<size {
        let angle = 2 * Double.pi * Double(bin * index % size) / Double(size)
        sum += Double(windows[window * size + index]) * wave(angle)
      }
      return sum
    }
    // Of x + i y: X + i Y, added up as the definition says.
    var spectra = [Float](repeating: 0, count: 4 * stride)
    for pair in [0, 2] {
      for bin in 0..<size {
        let real = part(pair, bin, cos) + part(pair + 1, bin, sin)
        let imaginary = part(pair + 1, bin, cos) - part(pair, bin, sin)
        spectra[pair * stride + bin] = Float(real)
        spectra[(pair + 1) * stride + bin] = Float(imaginary)
      }
    }
    var powers = [Float](repeating: .nan, count: 4 * (size / 2 + 1))
    kernels.bin_powers(spectra, stride, size, &powers)
    for window in 0..<4 {
      #expect(powers[window] == 0)
      for bin in 1...size / 2 {
        let expected = pow(part(window, bin, cos), 2) + pow(part(window, bin, sin), 2)
        #expect(abs(Double(powers[4 * bin + window]) - expected) < 1e-3)
      }
    }
  }

  @Test(arguments: KernelSetNames.available)
  func bandPowersWeighTheBinsInRange(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let bins = noise(17 * 4)
    var weights = noise(17 * 32, seed: 4)
    for bin in [0, 1, 11, 12, 13, 14, 15, 16] {
      for band in 0..<32 { weights[bin * 32 + band] = 0 }
    }
    var table = ij_band_table()
    ij_band_table_fill(&table, weights, 32)
    var powers = [Float](repeating: 0, count: 4 * 32)
    kernels.band_powers(bins, &table, &powers)
    for window in 0..<4 {
      for band in 0..<32 {
        var expected = 0.0
        for bin in 2..<11 {
          expected += Double(bins[4 * bin + window]) * Double(weights[bin * 32 + band])
        }
        #expect(abs(Double(powers[window * 32 + band]) - expected) < 1e-5)
      }
    }
  }

  @Test(arguments: KernelSetNames.available)
  func inspectionMakesZeroOfWhatIsNoNumberAndCounts(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    var samples: [Float] = [
      0.5, .nan, .infinity, -.infinity, -1, 0.9989, 9, -9, 0, .signalingNaN, 1e-30, 0, 0, 0, 0, 0,
    ]
    var facts = ij_sample_facts()
    kernels.inspect_samples(&samples, samples.count, &facts)
    #expect(samples == [0.5, 0, 0, 0, -1, 0.9989, 4, -4, 0, 0, 1e-30, 0, 0, 0, 0, 0])
    #expect(facts.not_finite == 4)
    #expect(facts.clipped == 3)
    #expect(facts.peak == 4)
    #expect(abs(facts.sum - 0.4989) < 1e-6)

    var more = [Float](repeating: 0, count: 32)
    more[3] = -0.25
    more[31] = 1
    kernels.inspect_samples(&more, 32, &facts)
    #expect(facts.not_finite == 4)
    #expect(facts.clipped == 4)
    #expect(facts.peak == 4)
    #expect(abs(facts.sum - 1.2489) < 1e-6)
  }

  @Test(arguments: KernelSetNames.available) func meanSquareLeavesOutTheMean(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    var samples = noise(80, seed: 9).map { 0.4 * $0 + 0.5 }
    let mean = samples.map(Double.init).reduce(0, +) / 80
    let expected = samples.map { pow(Double($0) - mean, 2) }.reduce(0, +) / 80
    var facts = ij_sample_facts()
    kernels.inspect_samples(&samples, 80, &facts)
    #expect(abs(Double(facts.mean_square) - expected) < 1e-6)
    samples = [Float](repeating: 0.25, count: 80)
    kernels.inspect_samples(&samples, 80, &facts)
    #expect(facts.mean_square < 1e-7)
  }

  @Test(arguments: KernelSetNames.available)
  func comparingGivesTheProductsOfFilteredChannels(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let (delay, length) = (2, 152)
    let channels = [noise(160, seed: 5), noise(160, seed: 6)]
    let filtered = channels.map { samples in
      (0..<length + 2).map { index -> Double in
        let outer = Double(samples[index]) + Double(samples[index + 2 * delay])
        return outer - 2 * Double(samples[index + delay])
      }
    }
    var sums = [Float](repeating: 0, count: 5)
    kernels.compare(channels[0], channels[1], delay, length, &sums)
    func product(_ left: ArraySlice<Double>, _ right: ArraySlice<Double>) -> Double {
      zip(left, right).map(*).reduce(0, +)
    }
    let (own, other) = (filtered[0][1...length], filtered[1][1...length])
    #expect(abs(Double(sums[0]) - product(own, own)) < 1e-3)
    #expect(abs(Double(sums[1]) - product(other, other)) < 1e-3)
    for shift in 0..<3 {
      let shifted = filtered[1][shift..<shift + length]
      #expect(abs(Double(sums[2 + shift]) - product(own, shifted)) < 1e-3)
    }
  }

  @Test(arguments: [(256, 8000.0), (512, 16_000.0)])
  func bandsCoverTheirRangeWithoutHoles(size: Int, rate: Double) {
    var weights = [Float](repeating: 0, count: (size / 2 + 1) * 32)
    ij_band_weights(&weights, size, rate, 100)
    #expect(weights.count { $0 > 0 } <= Int(IJ_BAND_WEIGHTS))
    func total(band: Int) -> Float { (0...size / 2).map { weights[$0 * 32 + band] }.reduce(0, +) }
    for band in 0..<24 { #expect(total(band: band) > 0, "band \(band)") }
    for band in 24..<32 { #expect((total(band: band) > 0) == (rate > 8000), "band \(band)") }
    let lowest = (0...size / 2).filter { bin in (0..<32).contains { weights[bin * 32 + $0] > 0 } }
    #expect(lowest.first.map { Double($0) * rate / Double(size) > 60 } == true)
    #expect(lowest.last.map { Double($0) * rate / Double(size) < 7700 } == true)
  }

  @Test func resetForgetsThePast() throws {
    let kernels = try #require(KernelSet.named("portable")).kernels.pointee
    var state = ij_detector_state()
    ij_detector_reset(&state)
    var fresh = [Float](repeating: 0, count: 8)
    let levels = noise(128).map { $0 - 5 }
    kernels.detector_step(&state, levels, &fresh)
    var later = fresh
    for _ in 0..<5 { kernels.detector_step(&state, levels, &later) }
    #expect(later != fresh)
    ij_detector_reset(&state)
    kernels.detector_step(&state, levels, &later)
    #expect(later == fresh)
  }
}
