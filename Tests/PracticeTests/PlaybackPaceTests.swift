import Testing

@testable import AlsaPlayback

/// How what is played is kept shortly ahead of the ear.
@Suite struct PlaybackPaceTests {
  @Test func whatIsMeantToBeQueuedStays() {
    var pace = PlaybackPace(period: 1)
    for _ in 0..<100 { #expect(pace.next(queued: 4, isSilent: false) == .write(after: 0)) }
    #expect(pace.next(queued: nil, isSilent: true) == .write(after: 0))
    #expect(pace.faults == 0)
  }

  @Test func silenceHidesTheDriftOfTwoClocks() {
    var pace = PlaybackPace(period: 1)
    #expect(pace.next(queued: 1, isSilent: false) == .write(after: 0))
    #expect(pace.next(queued: 1, isSilent: true) == .write(after: 1))
    #expect(pace.next(queued: 9, isSilent: false) == .write(after: 0))
    #expect(pace.next(queued: 5, isSilent: true) == .write(after: 0))
    #expect(pace.next(queued: 6, isSilent: true) == .leaveOut)
    #expect(pace.faults == 0)
  }

  @Test func anOutputThatHasRunDryBeginsAnewAndIsCounted() {
    var pace = PlaybackPace(period: 1)
    #expect(pace.next(queued: 0, isSilent: false) == .write(after: 3))
    #expect(pace.next(queued: 4, isSilent: false) == .write(after: 0))
    #expect(pace.faults == 1)
  }

  @Test func afterAPauseOfTheProgramWordsAreLeftOutUntilItIsInStep() {
    var pace = PlaybackPace(period: 1)
    var queued = 0
    var steps: [PlaybackPace.Step] = []
    // Thirty frames at once, of which the device fetches none meanwhile.
    for _ in 0..<30 {
      steps.append(pace.next(queued: queued, isSilent: false))
      if case .write(let silence) = steps.last { queued += silence + 1 }
    }
    #expect(queued == 11)
    #expect(pace.faults == 2)
    // Then a frame is fetched for each that comes.
    var left = 0
    while pace.next(queued: queued, isSilent: false) == .leaveOut {
      queued -= 1
      left += 1
    }
    #expect(queued == 4)
    #expect(left == 7)
    #expect(pace.faults == 2)
  }

  @Test func aDeviceThatRunsDryAgainIsKeptFurtherAheadOfUpToALimit() {
    var pace = PlaybackPace(period: 1)
    pace.runDry()
    #expect(pace.ahead == 4)
    pace.runDry()
    #expect(pace.ahead == 6)
    for _ in 0..<20 { pace.runDry() }
    #expect(pace.ahead == 10)
    #expect(pace.faults == 22)
  }

  @Test func oneThatSeldomRunsDryIsForgiven() {
    var pace = PlaybackPace(period: 1)
    for _ in 0..<3 {
      pace.runDry()
      for _ in 0..<3001 { _ = pace.next(queued: 4, isSilent: false) }
    }
    #expect(pace.ahead == 4)
  }

  @Test func aDeviceThatFetchesMuchAtOnceIsGivenMore() {
    #expect(PlaybackPace(period: 5).ahead == 10)
  }

  @Test func aDeviceThatIsNotThereIsNamed() {
    #expect {
      _ = try PlaybackDevice.open("nowhere", rate: 16_000).name
    } throws: { error in
      (error as? PlaybackError)?.code == .unknown
        && "\(error)".hasPrefix("opening output 'nowhere' failed: there is no such output")
    }
  }

  @Test func playsToADeviceWithoutSound() throws {
    var device = try PlaybackDevice.open("null", rate: 16_000)
    device.start()
    for _ in 0..<20 { device.write([Float](repeating: 0.5, count: 160)) }
    let (delay, isGone) = (device.delay, device.isGone)
    #expect(delay != nil)
    #expect(!isGone)
  }

  @Test func anOutputThatRefusesEverythingForThreeSecondsIsLost() {
    var pace = PlaybackPace(period: 1)
    for _ in 0..<299 { pace.note(isTaken: false) }
    #expect(!pace.isLost)
    pace.note(isTaken: true)
    for _ in 0..<299 { pace.note(isTaken: false) }
    #expect(!pace.isLost)
    pace.note(isTaken: false)
    #expect(pace.isLost)
  }
}
