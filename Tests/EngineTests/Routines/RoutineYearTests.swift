import Domain
import Engine
import FoundationEssentials
import Store
import TestSupport
import Testing

/// A routine over many days, with clocks put forward and back, and servers that end in between.
@Suite(.timeLimit(.minutes(10)))
struct RoutineYearTests {
    /// 2026-10-10 and 2027-03-10, noon in UTC, each with the day on which clocks in Berlin are moved behind it.
    @Test(arguments: [(1_791_633_600_000, "02:30"), (1_804_680_000_000, "03:00")])
    func `thirty days at half past two in Berlin are thirty runs, whatever the clocks do`(
        start: Int64, onTheDay: String
    ) async throws {
        let office = try await Office(time: ManualTime(at: Timestamp(milliseconds: start)))
        let zone = try RoutineGrid.zone("Europe/Berlin")
        let routine = try await office.plan(
            RoutineSchedule(triggerKind: .daily, timeOfDay: "02:30", timeZone: "Europe/Berlin"), for: office.writer)
        for week in 0..<5 {
            // Another server each week.
            try await office.steer(office.practice) { office in
                for day in 1...6 {
                    try await office.awaitNext(routine)
                    let count = week * 6 + day
                    try await office.until {
                        let done: Int? = try $0.value("SELECT count(*) FROM routine_runs WHERE status = 'success'")
                        return done == count
                    }
                    try await office.untilIdle()
                }
            }
        }
        let runs = try await office.runs(of: routine)
        let shown = runs.compactMap(\.scheduledFor).map { RoutineWords.text(of: $0, in: zone) }
        #expect(runs.count == 30)
        #expect(Set(shown.map { $0.prefix(10) }).count == 30)
        #expect(shown.filter { !$0.hasSuffix("02:30") }.map { String($0.suffix(5)) } == (onTheDay == "02:30" ? [] : [onTheDay]))
        #expect(try await office.all(Ticket.self).count == 30)
        #expect(try await office.events(.routineRunSkipped).isEmpty)
        #expect(try await office.broken() == [])
    }
}
