import Domain
import FoundationEssentials
import Testing

@testable import teamx

/// Moments as people write them.
struct LocalMomentTests {
    /// 2026-09-21 15:33 in Berlin.
    private let now = Timestamp(milliseconds: 1_789_997_600_000)

    @Test(arguments: [
        ("2026-12-01 09:00", "2026-12-01 09:00"), ("2026-12-01T09:00", "2026-12-01 09:00"), ("2026-12-01", "2026-12-01 00:00"),
        ("16:00", "2026-09-21 16:00"), ("09:00", "2026-09-22 09:00"), ("2027-03-28 02:30", "2027-03-28 03:00"),
    ])
    func `a text means a moment where this machine is`(text: String, meant: String) throws {
        let zone = try RoutineGrid.zone("Europe/Berlin")
        let moment = try #require(LocalMoment.reading(text, now: now, in: zone))
        #expect(RoutineWords.text(of: moment, in: zone) == meant)
    }

    @Test(arguments: [
        "", "tomorrow", "9:00", "25:00", "2026-13-01", "2026-02-30", "2026-04-31 09:00", "2026-12-01 9", "2026-12-01 09:00 x",
    ])
    func `what means no moment is refused`(text: String) {
        #expect(LocalMoment.reading(text, now: now, in: .gmt) == nil)
    }
}
