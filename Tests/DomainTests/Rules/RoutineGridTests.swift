import FoundationEssentials
import TestSupport
import Testing

@testable import Domain

/// When routines are due, against a clock that is read minute by minute.
struct RoutineGridTests {
    static let zones = [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Asia/Kolkata", "UTC",
        "Pacific/Apia",
    ]

    @Test(arguments: zones)
    func `over two years each scheduled day is due once, when a clock on the wall first comes to the time`(name: String) throws {
        let zone = try RoutineGrid.zone(name)
        // From 2026-01-01 on, at times around which clocks are moved.
        let start = Timestamp(milliseconds: 1_767_225_600_000)
        for (time, days) in [("02:30", [0, 1, 2, 3, 4, 5, 6]), ("00:15", [0, 5]), ("23:59", [6])] {
            let schedule = RoutineSchedule(triggerKind: .weekly, timeOfDay: time, daysOfWeek: days, timeZone: name)
            let grid = try RoutineGrid(schedule, anchor: start, zone: .gmt)
            var found: [Timestamp] = []
            var moment = start
            while let next = grid.next(after: moment), next <= start + .seconds(730 * 86_400) {
                #expect(next > moment)
                found.append(next)
                moment = next
            }
            let minutes = time.split(separator: ":").compactMap { Int($0) }
            let minute = (minutes.first ?? 0) * 60 + (minutes.last ?? 0)
            #expect(found == Self.walked(from: start, days: 730, minute: minute, on: Set(days), in: zone), "\(time)")
        }
    }

    /// The slow way: a day is told once its clock shows the minute or a later one.
    private static func walked(
        from start: Timestamp, days: Int, minute: Int, on weekdays: Set<Int>, in zone: TimeZone
    ) -> [Timestamp] {
        var told: Set<Int> = []
        var found: [Timestamp] = []
        for step in 0...(days * 24 * 60) {
            let seconds = start.milliseconds / 1000 + Int64(step) * 60
            let local = Int(seconds) + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            let day = local / 86_400
            guard (local % 86_400) / 60 >= minute, weekdays.contains((day + 4) % 7), told.insert(day).inserted else { continue }
            // What the first look finds in the past was due before.
            if step > 0 { found.append(Timestamp(milliseconds: seconds * 1000)) }
        }
        return found
    }

    @Test(arguments: 1...40)
    func `an interval is due on its own grid, however late one looks`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let minutes = Int.random(in: 1...10_080, using: &random)
        let anchor = Timestamp(milliseconds: Int64.random(in: 0...2_000_000_000_000, using: &random))
        let grid = try RoutineGrid(
            RoutineSchedule(triggerKind: .interval, intervalMinutes: minutes), anchor: anchor, zone: .gmt)
        let step = Int64(minutes) * 60_000
        for _ in 0..<50 {
            let look = anchor + .milliseconds(Int64.random(in: -step...(900 * step), using: &random))
            let next = try #require(grid.next(after: look))
            #expect(next > look && next >= anchor)
            #expect((next.milliseconds - anchor.milliseconds) % step == 0)
            #expect(look < anchor || next.milliseconds - look.milliseconds <= step)
            let first = try #require(grid.next(after: anchor))
            guard look >= first else { continue }
            let (last, missed) = grid.last(from: first, through: look)
            #expect(last <= look && grid.next(after: last) == next)
            #expect(Int64(missed) == (last.milliseconds - first.milliseconds) / step)
        }
    }

    @Test func `what was missed is counted day by day`() throws {
        let grid = try RoutineGrid(
            RoutineSchedule(triggerKind: .daily, timeOfDay: "09:00", timeZone: "Europe/Berlin"),
            anchor: Timestamp(milliseconds: 0), zone: .gmt)
        let first = try #require(grid.next(after: Timestamp(milliseconds: 1_790_000_000_000)))
        #expect(grid.last(from: first, through: first) == (first, 0))
        let (last, missed) = grid.last(from: first, through: first + .seconds(10 * 86_400 + 60))
        #expect(missed == 10 && last == first + .seconds(10 * 86_400))
    }

    @Test(arguments: [
        (RoutineSchedule(), "triggerKind"), (RoutineSchedule(triggerKind: .interval, intervalMinutes: 0), "intervalMinutes"),
        (RoutineSchedule(triggerKind: .interval, intervalMinutes: 10_081), "intervalMinutes"),
        (RoutineSchedule(triggerKind: .daily), "timeOfDay"),
        (RoutineSchedule(triggerKind: .daily, timeOfDay: "9:00"), "timeOfDay"),
        (RoutineSchedule(triggerKind: .daily, timeOfDay: "24:00"), "timeOfDay"),
        (RoutineSchedule(triggerKind: .weekly, timeOfDay: "09:00"), "dayOfWeek"),
        (RoutineSchedule(triggerKind: .weekly, timeOfDay: "09:00", dayOfWeek: 7), "dayOfWeek"),
        (RoutineSchedule(triggerKind: .weekly, timeOfDay: "09:00", daysOfWeek: [1, -1]), "daysOfWeek"),
        (RoutineSchedule(triggerKind: .daily, timeOfDay: "09:00", timeZone: "Europe/Atlantis"), "tz"),
    ])
    func `a schedule that says nothing says what it lacks`(schedule: RoutineSchedule, member: String) {
        let error = #expect(throws: RuleViolation.self) {
            try RoutineGrid(schedule, anchor: Timestamp(milliseconds: 0), zone: .gmt)
        }
        guard case .invalid(let field, _, _) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(field == "schedule.\(member)")
    }

    @Test func `a trigger that is told twice and differently is a flaw`() {
        let schedule = RoutineSchedule(triggerKind: .daily, timeOfDay: "09:00")
        #expect(throws: RuleViolation.self) {
            try RoutineGrid(schedule, trigger: .interval, anchor: Timestamp(milliseconds: 0), zone: .gmt)
        }
    }

    @Test func `date, time and week are those of the routine's own clock`() throws {
        let zone = try RoutineGrid.zone("Asia/Tokyo")
        // 2027-01-03 16:30 UTC, a Sunday; in Tokyo it is Monday.
        let moment = Timestamp(milliseconds: 1_798_993_800_000)
        #expect(RoutineWords.fill("{date} {time} {week} {other}", at: moment, in: zone) == "2027-01-04 01:30 2027-W01 {other}")
        #expect(RoutineWords.fill("{date} {week}", at: moment, in: .gmt) == "2027-01-03 2026-W53")
    }

    @Test func `what is no schedule is kept as it is`() throws {
        let column = try LenientColumn<RoutineSchedule>(column: .text("{broken"))
        #expect(column.value == nil)
        #expect(column.column == .text("{broken"))
        #expect(JSONText.encode(column) == "null")
    }
}
