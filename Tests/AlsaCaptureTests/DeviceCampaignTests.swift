import Foundation
import Testing

@Suite(.timeLimit(.minutes(60))) struct DeviceCampaignTests {
  /// The faults of a device, one after the other.
  private static let each = 10
  /// `make campaign` asks for more; without it, a slice.
  private static let devices: Range<Int> = {
    let environment = ProcessInfo.processInfo.environment
    let faults = environment["INTERJECT_DEVICE_FAULTS"].flatMap { Int($0) } ?? 50
    let seed = environment["INTERJECT_DEVICE_SEED"].flatMap { Int($0) } ?? 1
    return seed * 100_000..<seed * 100_000 + max(1, faults / each)
  }()

  @Test(arguments: devices) func everyFaultIsToldAndNothingElse(device: Int) throws {
    var campaign = DeviceCampaign(seed: UInt64(device))
    let faults = campaign.faults(Self.each)
    let problems = try campaign.problems(faults)
    #expect(problems.isEmpty, "of \(faults.map(\.description).joined(separator: " "))")
  }
}
