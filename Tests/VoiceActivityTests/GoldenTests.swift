import Conversation
import Foundation
import TestSignals
import Testing

@testable import VoiceActivity

/// The detector computes what the training recipe computed.
@Suite struct GoldenTests {
  private struct Outcome {
    var levels: [Int: [Float]] = [:]
    var probabilities: [[Double]] = []
  }

  /// Runs a signal on both channels, a step at a time, and keeps what a party's side gives.
  private func run(_ rate: EngineRate, _ kernels: KernelSet, party: Party) -> Outcome {
    let spectrum = Spectrum(rate: rate, kernels: kernels.kernels)
    let network = SpeechNetwork(kernels: kernels.kernels)
    let samples = GoldenSignal.samples(rate: rate.rawValue)
    var outcome = Outcome()
    for step in 0..<samples.count / spectrum.stepLength {
      for side in Party.allCases {
        for index in 0..<spectrum.stepLength {
          spectrum.samples(of: side)[index] = samples[step * spectrum.stepLength + index]
        }
      }
      spectrum.analyze()
      for frame in 0..<2 {
        let row = spectrum.levels + (party.rawValue * 2 + frame) * Spectrum.bands
        outcome.levels[2 * step + frame] = Array(
          UnsafeBufferPointer(start: row, count: Spectrum.bands))
      }
      let found = network.step(levels: spectrum.levels)[party]
      outcome.probabilities.append([
        found.early[0], found.early[1], found.settled[0], found.settled[1],
      ])
      spectrum.advance()
    }
    return outcome
  }

  @Test(arguments: KernelSetNames.available, EngineRate.allCases)
  func levelsAndProbabilitiesAreTheTrainedOnes(kernels name: String, rate: EngineRate) throws {
    let kernels = try #require(KernelSet.named(name))
    let golden = try GoldenFile()
    let levels = golden.levels.filter { $0.rate == rate.rawValue }
    let logits = golden.logits.filter { $0.rate == rate.rawValue }
    #expect(levels.count >= 6)
    #expect(logits.count == 100)
    for party in Party.allCases {
      let outcome = run(rate, kernels, party: party)
      for row in levels {
        let found = try #require(outcome.levels[row.index])
        try #require(row.values.count == Spectrum.bands)
        for (band, level) in row.values.enumerated() {
          #expect(abs(Double(found[band]) - level) < 1e-3, "frame \(row.index), band \(band)")
        }
      }
      for row in logits {
        try #require(row.values.count == 4)
        for (output, logit) in row.values.enumerated() {
          let probability = 1 / (1 + exp(-logit))
          let found = outcome.probabilities[row.index][output]
          #expect(abs(found - probability) < 2e-3, "step \(row.index), output \(output)")
        }
      }
    }
  }
}
