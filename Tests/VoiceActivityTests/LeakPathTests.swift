import CKernels
import Testing

@testable import VoiceActivity

/// What is concluded from products of both sides' fluctuations.
@Suite struct LeakPathTests {
  /// Hands over batches whose correlation peaks at the given delays; returns the last finding.
  private func search(
    _ path: inout LeakPath, _ leak: inout ij_leak, peaks: [Int: Float], batches: Int
  ) -> [LeakPath.Finding] {
    let sums = (0..<Int(IJ_LEAK_LAGS)).map { (lag: Int) -> Float in
      let heights = peaks.map { (delay: Int, height: Float) -> Float in
        height * max(0, 1 - Float(abs(lag - delay)) / 8)
      }
      return heights.max() ?? 0
    }
    return (0..<batches).map { _ in
      for _ in 0..<20 { path.add(near: 0.05, far: 0.05, isTalk: true) }
      return path.search(sums, &leak, otherDelay: nil)
    }
  }

  @Test(arguments: [0, 25, 50]) func oneDelayIsFoundAtOnceAndStays(delay: Int) {
    var path = LeakPath()
    var leak = ij_leak()
    let findings = search(&path, &leak, peaks: [delay: 0.8], batches: 40)
    #expect(path.delay == delay)
    #expect(findings.filter { $0 == .new }.count == 1)
    #expect(findings.last == .same)
    #expect(path.tapCount == (delay == 0 ? 3 : 4))
  }

  @Test func aDelayNearTheOldOneKeepsTheGains() {
    var path = LeakPath()
    var leak = ij_leak()
    _ = search(&path, &leak, peaks: [20: 0.8], batches: 60)
    let findings = search(&path, &leak, peaks: [21: 0.8], batches: 60)
    #expect(path.delay == 21)
    #expect(findings.contains(.moved))
    #expect(!findings.contains(.new))
  }

  @Test func anotherDelayIsKnownWithinSecondsOfTalk() {
    var path = LeakPath()
    var leak = ij_leak()
    _ = search(&path, &leak, peaks: [10: 0.8], batches: 200)
    _ = search(&path, &leak, peaks: [35: 0.8], batches: 30)
    #expect(path.delay == 35)
  }

  @Test func pathsTakeTurnsAsTheStrongestWithoutLosingTheGains() {
    var path = LeakPath()
    var leak = ij_leak()
    _ = search(&path, &leak, peaks: [5: 0.6, 30: 0.55], batches: 40)
    #expect(path.tapCount == 8)
    let findings = search(&path, &leak, peaks: [5: 0.4, 30: 0.6], batches: 100)
    #expect(path.delay == 30)
    #expect(!findings.contains(.new))
  }

  @Test func whatIsEquallyHighEverywhereIsNoLeak() {
    var path = LeakPath()
    var leak = ij_leak()
    _ = search(
      &path, &leak, peaks: [5: 0.15, 15: 0.14, 25: 0.15, 35: 0.14, 45: 0.15], batches: 60)
    #expect(!path.isFound)
  }
}
