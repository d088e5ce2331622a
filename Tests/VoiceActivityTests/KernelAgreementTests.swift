import CKernels
import TestSignals
import Testing

@testable import VoiceActivity

/// Every kernel set computes the same as the portable one.
@Suite struct KernelAgreementTests {
  private static let fast = KernelSetNames.available.filter { $0 != "portable" }

  private func noise(_ count: Int, scale: Float, seed: UInt32) -> [Float] {
    var source = NoiseSource(seed: seed)
    return (0..<count).map { _ in scale * Float(source.next()) }
  }

  private func expectSame(
    _ left: [Float], _ right: [Float], within tolerance: Float = 1e-4,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let worst = zip(left, right).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst <= tolerance, sourceLocation: sourceLocation)
  }

  @Test func portableKernelsAreAlwaysThereAndTheBestIsTheFastest() {
    #expect(KernelSetNames.available.contains("portable"))
    #expect(KernelSet.best.name == KernelSetNames.available.last)
    #expect(KernelSet.named("mmx") == nil)
  }

  /// The network is in fixed point, so that not a bit may differ: also for levels that no samples
  /// have, which count as the nearest that its format holds.
  @Test(arguments: fast, [Float(4), 8, 1e6]) func networkStepsAgree(
    name: String, spread: Float
  ) throws {
    let sets = try [#require(KernelSet.named("portable")), #require(KernelSet.named(name))]
    let outputs = sets.map { set -> [Float] in
      var state = ij_detector_state()
      ij_detector_reset(&state)
      var all: [Float] = []
      for step in 0..<50 {
        let levels = noise(128, scale: spread, seed: UInt32(step)).map { $0 - 5 }
        var probabilities = [Float](repeating: 0, count: 8)
        set.kernels.pointee.detector_step(&state, levels, &probabilities)
        all += probabilities
      }
      return all
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0].allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test(arguments: fast) func bandPowersAndLevelsAgree(name: String) throws {
    let sets = try [#require(KernelSet.named("portable")), #require(KernelSet.named(name))]
    let stride = 528
    let spectra = noise(stride * 4, scale: 10, seed: 3)
    var weights = [Float](repeating: 0, count: 257 * 32)
    ij_band_weights(&weights, 512, 16_000, 200)
    let outputs = sets.map { set -> [Float] in
      var powers = [Float](repeating: 0, count: 128)
      var levels = powers
      var table = ij_band_table()
      ij_band_table_fill(&table, weights, 512)
      var bins = [Float](repeating: 0, count: 4 * 257)
      set.kernels.pointee.bin_powers(spectra, stride, 512, &bins)
      set.kernels.pointee.band_powers(bins, &table, &powers)
      set.kernels.pointee.levels(powers, &levels, 128)
      return powers + levels
    }
    expectSame(outputs[0], outputs[1])
  }

  @Test(arguments: fast) func windowsAndProductsAgree(name: String) throws {
    let sets = try [#require(KernelSet.named("portable")), #require(KernelSet.named(name))]
    let samples = noise(400, scale: 0.5, seed: 5)
    var window = [Float](repeating: 0, count: 400)
    ij_hann_window(&window, 400)
    let outputs = sets.map { set -> [Float] in
      var windowed = [Float](repeating: .nan, count: 512)
      set.kernels.pointee.apply_window(samples, window, 400, &windowed, 512)
      return windowed + [set.kernels.pointee.product(samples, samples, 400)]
    }
    expectSame(outputs[0], outputs[1])
  }

  @Test(arguments: fast) func resampledResultsAgree(name: String) throws {
    let sets = try [#require(KernelSet.named("portable")), #require(KernelSet.named(name))]
    let samples = noise(400, scale: 0.5, seed: 7)
    let rows = noise(2 * 4 * 96, scale: 0.1, seed: 8)
    let steps: [Int32] = [11, 12]
    let outputs = sets.map { set -> [Float] in
      var place = ij_resampler_place()
      var first = [Float](repeating: .nan, count: 112)
      var second = first
      let made = rows.withUnsafeBufferPointer { rows in
        steps.withUnsafeBufferPointer { steps in
          var table = ij_resampler(
            rows: rows.baseAddress, steps: steps.baseAddress, width: 96, groups: 2)
          return set.kernels.pointee.resample(
            &table, &place, samples, samples.reversed(), 400, &first, &second)
        }
      }
      #expect(made == 108)
      #expect(place.start == 310 && place.group == 1)
      return Array(first[..<made]) + Array(second[..<made])
    }
    expectSame(outputs[0], outputs[1])
  }
}
