import Foundation
import Preferences
import Testing

@testable import Batch

/// Dates as people and recorders write them.
@Suite struct CallDateTests {
  private static let local = LocalTime(secondsEast: 3600)

  private func text(_ date: CallDate?) throws -> String? {
    date?.date(in: Self.local).formatted(.iso8601)
  }

  @Test(arguments: [
    ("2026-11-02T09:15:30Z", "2026-11-02T09:15:30Z"),
    ("2026-11-02T09:15:30+02:00", "2026-11-02T07:15:30Z"),
    ("2026-11-02T09:15:30.250-0530", "2026-11-02T14:45:30Z"),
    ("20261102T091530Z", "2026-11-02T09:15:30Z"),
    ("2026-11-02 09:15", "2026-11-02T08:15:00Z"),
    ("2026-11-02", "2026-11-01T23:00:00Z"),
    ("2024-02-29", "2024-02-28T23:00:00Z"),
    ("2026-02-29", nil), ("2026-13-01", nil), ("2026-11-02T25:00", nil), ("yesterday", nil),
    ("2026-11-02T09:15:30+99", nil), ("2026-11-02T09:15+0199", nil), ("", nil),
    ("２０２６-11-02", nil), ("0000-01-01", nil), ("9999-12-31T23:59:59-14:00", nil),
  ])
  func aTimeIsReadWholeOrNotAtAll(argument: String, expected: String?) throws {
    #expect(try text(CallDate(iso8601: argument)) == expected)
  }

  @Test(arguments: [
    ("20261102-091530.wav", "2026-11-02T08:15:30Z"),
    ("2026-11-02_09.15.30 Miller.wav", "2026-11-02T08:15:30Z"),
    ("in-4930123456-20261102-091530-1762074930.17.wav", "2026-11-02T08:15:30Z"),
    ("call_20261102T091530Z.flac", "2026-11-02T09:15:30Z"),
    ("20261102T091530+0100.wav", "2026-11-02T08:15:30Z"),
    ("20261102T091530+0300.wav", "2026-11-02T06:15:30Z"),
    ("20261102-091530-1234.wav", "2026-11-02T08:15:30Z"),
    ("2026-11-02 at 9.wav", "2026-11-01T23:00:00Z"),
    ("20261102_0915.wav", "2026-11-02T08:15:00Z"),
    ("20261102091530.wav", "2026-11-02T08:15:30Z"),
    ("20261102-555123.wav", "2026-11-01T23:00:00Z"),
    ("19991341-20261102.wav", "2026-11-01T23:00:00Z"),
    ("4920261102.wav", nil), ("2026-1102.wav", nil), ("call-17.wav", nil), ("20260230.wav", nil),
  ])
  func theFirstPossibleDateOfANameCounts(name: String, expected: String?) throws {
    #expect(try text(CallDate(in: name)) == expected)
  }
}
