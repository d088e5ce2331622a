import CKernels
import Conversation
import Foundation
import TestSignals
import Testing

@testable import VoiceActivity

/// The pitch of sounds whose pitch is known.
@Suite struct PitchFinderTests {
  /// Half a second of harmonics from `lowest` on, all of them below 1800 Hz.
  private func voice(_ pitch: Double, lowest: Int = 1, rate: EngineRate) -> [Float] {
    (0..<rate.rawValue / 2).map { index in
      let time = Double(index) / Double(rate.rawValue)
      var sum = 0.0
      for harmonic in lowest...max(lowest + 2, Int(1800 / pitch)) {
        sum += cos(2 * .pi * pitch * Double(harmonic) * time + Double(harmonic)) / 8
      }
      return Float(sum)
    }
  }

  private func pitches(_ samples: [Float], rate: EngineRate) -> [Float] {
    let finder = PitchFinder(rate: rate, kernels: KernelSet.best.kernels)
    var found: [Float] = []
    samples.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return }
      let step = rate.frameLength * Spectrum.framesPerStep
      for start in stride(from: step, to: samples.count - step, by: step) {
        finder.add(first + start, of: .customer)
        found.append(finder.find(.customer).pitch)
      }
    }
    // The first windows hold the silence before.
    return Array(found.dropFirst(3))
  }

  @Test(
    arguments: [80.0, 95, 120, 151, 190, 240, 303, 380], EngineRate.allCases)
  func aVoicesPitchIsFoundWithinOnePercent(pitch: Double, rate: EngineRate) {
    for found in pitches(voice(pitch, rate: rate), rate: rate) {
      #expect(abs(Double(found) / pitch - 1) < 0.01)
    }
  }

  @Test(arguments: [100.0, 140, 220]) func telephonesTakeTheFundamentalAwayButNotThePitch(
    pitch: Double
  ) {
    let lowest = Int((300 / pitch).rounded(.up))
    for found in pitches(voice(pitch, lowest: lowest, rate: .narrow), rate: .narrow) {
      #expect(abs(Double(found) / pitch - 1) < 0.01)
    }
  }

  @Test(arguments: EngineRate.allCases) func aConstantOffsetDoesNotHideThePitch(rate: EngineRate) {
    let samples = voice(150, rate: rate).map { $0 * 0.1 + 0.5 }
    for found in pitches(samples, rate: rate) { #expect(abs(found / 150 - 1) < 0.01) }
  }

  @Test(arguments: EngineRate.allCases) func noiseHasHardlyAnyPitch(rate: EngineRate) {
    var source = NoiseSource(seed: 3)
    let found = pitches((0..<rate.rawValue * 4).map { _ in Float(source.next()) }, rate: rate)
    #expect(found.count { $0 > 0 } * 50 < found.count)
  }

  @Test func silenceHasNone() {
    let silence = [Float](repeating: 0, count: 4000)
    #expect(pitches(silence, rate: .narrow).allSatisfy { $0 == 0 })
  }

  @Test(arguments: KernelSetNames.available)
  func periodicityIsTheNormalizedCorrelation(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    var source = NoiseSource(seed: 8)
    let samples = (0..<Int(IJ_PITCH_SAMPLES)).map { _ in Float(source.next()) + 0.3 }
    var found = [Float](repeating: 0, count: Int(IJ_PITCH_LAGS))
    _ = kernels.periodicity(samples, &found)
    let mean = samples.map(Double.init).reduce(0, +) / Double(samples.count)
    let x = samples.map { Double($0) - mean }
    let window = 0..<Int(IJ_PITCH_WINDOW)
    for (index, value) in found.enumerated() {
      let lag = Int(IJ_PITCH_FIRST_LAG) + index
      let product = window.map { x[$0] * x[$0 + lag] }.reduce(0, +)
      let own = window.map { x[$0] * x[$0] }.reduce(0, +)
      let later = window.map { x[$0 + lag] * x[$0 + lag] }.reduce(0, +)
      #expect(abs(Double(value) - product / (own * later).squareRoot()) < 1e-4)
    }
  }

  @Test(arguments: KernelSetNames.available)
  func halvingTakesTheMeanOfFour(name: String) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let samples = (0..<82).map { Float($0 * $0) }
    var halves = [Float](repeating: 0, count: 40)
    samples.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return }
      kernels.halve(first + 2, 40, &halves)
    }
    for index in 0..<40 {
      let four = samples[2 * index..<2 * index + 4].reduce(0, +)
      #expect(abs(halves[index] - four / 4) < 1e-2)
    }
  }
}
