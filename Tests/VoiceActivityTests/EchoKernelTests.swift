import CKernels
import TestSignals
import Testing

@testable import VoiceActivity

/// The kernels behind late echoes, copies and music against their definitions, in double precision.
@Suite struct EchoKernelTests {
  private static let groups = Int(IJ_ECHO_GROUPS)
  private static let batch = Int(IJ_ECHO_BATCH)
  private static let lags = Int(IJ_ECHO_LAGS)

  /// A past of one party, and what it was made of.
  private final class Past {
    let echo = UnsafeMutablePointer<ij_echo_history>.allocate(capacity: 1)
    /// The groups' mean fluctuations and the powers, step after step.
    private(set) var rows: [[Double]] = []
    private(set) var powers: [Double] = []

    init(_ kernels: ij_kernels, seed: UInt32, steps: Int) {
      let history = BandHistory()
      var source = NoiseSource(seed: seed)
      ij_echo_reset(echo)
      for _ in 0..<steps {
        var row = [Double](repeating: 0, count: EchoKernelTests.groups)
        for _ in 0..<Int(IJ_ECHO_FRAMES) {
          let place = history.frames
          let levels = (0..<Int(IJ_DETECTOR_BANDS)).map { _ in Float(2 * source.next() - 4) }
          _ = kernels.history_add(history.pointer, levels, levels)
          let frame = place % Int(IJ_HISTORY_FRAMES)
          let first = 2 * Int(IJ_DETECTOR_BANDS) + frame * Int(IJ_LEAK_BANDS)
          let values = history.values
          for band in 0..<Int(IJ_LEAK_BANDS) { row[band / 3] += Double(values[first + band]) / 6 }
        }
        let power = Float(1 + source.next())
        kernels.echo_add(echo, history.pointer, power)
        rows.append(row)
        powers.append(Double(power))
      }
    }

    deinit { echo.deallocate() }

    /// The row of the step that is so many older than the newest.
    func row(_ age: Int) -> [Double] { rows[rows.count - 1 - age] }
  }

  private func product(_ near: [Double], _ far: [Double]) -> Double {
    zip(near, far).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test(arguments: KernelSetNames.available) func productsOfPastsSumTheChosenSteps(
    name: String
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let near = Past(kernels, seed: 1, steps: 300)
    let far = Past(kernels, seed: 2, steps: 300)
    let ages: UInt64 = 0b11_1111_0000_1000_0000_0000_0000_0000_0000_0000_0110_1001_0001
    var sums = [Float](repeating: 9, count: Self.lags)
    kernels.echo_products(&sums, near.echo, far.echo, UInt32(Self.lags), ages)
    var energy = 0.0
    for age in 0..<Self.batch where ages >> UInt64(age) & 1 == 1 {
      energy += product(near.row(age), near.row(age))
    }
    #expect(abs(Double(ij_echo_energy(near.echo, ages)) - energy) < 1e-3)
    for lag in 0..<Self.lags {
      var expected = 0.0
      for age in 0..<Self.batch where ages >> UInt64(age) & 1 == 1 {
        expected += product(near.row(age), far.row(age + lag))
      }
      #expect(abs(Double(sums[lag]) - expected) < 1e-3, "lag \(lag)")
    }
  }

  @Test(arguments: KernelSetNames.available) func aPastCorrelatesWithItselfAtNoDelayAlone(
    name: String
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let past = Past(kernels, seed: 3, steps: 280)
    var values = [Float](repeating: 9, count: Self.lags)
    kernels.echo_products(&values, past.echo, past.echo, UInt32(Self.lags), ~0)
    ij_echo_normalize(&values, past.echo, past.echo, UInt32(Self.lags))
    let own = (0..<Self.batch).reduce(0) { $0 + product(past.row($1), past.row($1)) }
    for lag in 0..<Self.lags {
      var both = 0.0
      var far = 0.0
      for age in 0..<Self.batch {
        both += product(past.row(age), past.row(age + lag))
        far += product(past.row(age + lag), past.row(age + lag))
      }
      #expect(abs(Double(values[lag]) - both / (own * far).squareRoot()) < 1e-4, "lag \(lag)")
    }
    #expect(abs(values[0] - 1) < 1e-4)
    #expect(abs(ij_echo_difference(past.echo, past.echo, 0)) < 1e-6)
  }

  /// The powers of bins, `IJ_STEP_WINDOWS` apart, of a tone over a little noise.
  private func bins(tone: Int, _ source: inout NoiseSource) -> [Float] {
    let windows = Int(IJ_STEP_WINDOWS)
    var bins = [Float](repeating: 7, count: 128 * windows)
    for bin in 0..<128 {
      bins[bin * windows] = Float(0.02 + 0.01 * source.next()) + (bin == tone ? 10 : 0)
    }
    return bins
  }

  @Test(arguments: KernelSetNames.available) func heldNotesAreAlikeAndKnownByTheirPitch(
    name: String
  ) throws {
    let kernels = try #require(KernelSet.named(name)).kernels.pointee
    let history = UnsafeMutablePointer<ij_note_history>.allocate(capacity: 1)
    defer { history.deallocate() }
    ij_note_reset(history)
    var source = NoiseSource(seed: 4)
    var found = ij_note_facts()
    for _ in 0..<Int(IJ_NOTE_LAG) + 1 {
      found = kernels.notes_add(history, bins(tone: 40, &source), 0.5, 1e-6)
    }
    #expect(found.alike > 0.5)
    #expect(found.share > 0.8)
    #expect(abs(found.pitch - 40) < 0.5)
    // Where it is not loud, no pitch is looked for.
    found = kernels.notes_add(history, bins(tone: 40, &source), 0.5, 0)
    #expect(found.alike > 0.5)
    #expect(found.pitch == 0 && found.share == 0)
    // What stays for long is no music.
    for _ in 0..<60 { found = kernels.notes_add(history, bins(tone: 40, &source), 0.5, 0.2) }
    #expect(found.alike < 0.3)
  }

  @Test func kernelSetsHearTheSameNotes() throws {
    var answers: [[Float]] = []
    for name in KernelSetNames.available {
      let kernels = try #require(KernelSet.named(name)).kernels.pointee
      let history = UnsafeMutablePointer<ij_note_history>.allocate(capacity: 1)
      defer { history.deallocate() }
      ij_note_reset(history)
      var source = NoiseSource(seed: 5)
      var answer: [Float] = []
      for step in 0..<30 {
        let found = kernels.notes_add(history, bins(tone: 4 + step % 112, &source), 0.5, 0.01)
        answer += [found.alike, found.share, found.pitch / 100]
      }
      answers.append(answer)
    }
    for answer in answers {
      for (one, other) in zip(answer, answers[0]) { #expect(abs(one - other) < 1e-3) }
    }
  }
}
