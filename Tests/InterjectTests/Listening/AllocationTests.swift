import AllocationMeter
import Conversation
import Foundation
import Measures
import Testing

@testable import Listening
@testable import Live

/// A step of the engine allocates nothing once it has warmed up.
@Suite struct AllocationTests {
  #if DEBUG
    // Loops over lists allocate where nothing is optimized.
    private static let isOptimized = false
  #else
    private static let isOptimized = true
  #endif

  @Test(
    .enabled(if: isOptimized && ij_allocation_meter_works()), arguments: EngineRate.allCases)
  func stepsAllocateNothing(rate: EngineRate) {
    let call = TestCall(rate: rate)
    let block = rate.frameLength
    var engine = Engine(configuration: Configuration(), rate: rate)
    var events = 0
    var allocations = [UInt64](repeating: 0, count: 16)
    for round in allocations.indices {
      var start = 0
      while start < call.agent.count {
        let samples = start..<start + block
        let before = ij_allocations()
        engine.process(
          agent: call.agent.span.extracting(samples),
          customer: call.customer.span.extracting(samples), emit: { _ in events += 1 })
        allocations[round] += ij_allocations() - before
        start += block
      }
    }
    // The first round makes room for everything; the last compare voices with their first minute.
    #expect(allocations.dropFirst().allSatisfy { $0 == 0 }, "allocated in rounds: \(allocations)")
    #expect(engine.counts.tone.firstMinutes.agent != nil)
    #expect(events > 20)
  }

  /// Even where the disk takes nothing, as long as the ring has not overflown and after that.
  @Test(.enabled(if: isOptimized && ij_allocation_meter_works()))
  func recordingAllocatesNothingOnTheEnginesThread() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("interject-meter-\(UUID().uuidString).wav")
    defer { try? FileManager.default.removeItem(at: file) }
    let recorder = try CallRecorder.start(file.path, rate: .narrow)
    let call = TestCall(rate: .narrow)
    var allocations: UInt64 = 0
    for _ in 0..<20 {
      let before = ij_allocations()
      recorder.add(agent: call.agent.span, customer: call.customer.span, waits: false)
      recorder.addSilence(samples: 80, waits: false)
      allocations += ij_allocations() - before
    }
    recorder.finish()
    #expect(allocations == 0)
  }
}
