package import FoundationEssentials

/// The moments at which a routine is due: they follow from its schedule alone, so that a run that begins late moves none of them.
package struct RoutineGrid: Hashable, Sendable {
    package let zone: TimeZone
    private let rhythm: Rhythm

    private enum Rhythm: Hashable, Sendable {
        case every(milliseconds: Int64, from: Timestamp)
        case at(minute: Int, on: Set<Int>)
    }

    /// - Parameters:
    ///   - anchor: From when the minutes of an interval count where the schedule does not say.
    ///   - zone: The time zone where the schedule names none.
    /// - Throws: ``RuleViolation`` naming what of the schedule is not as it must be.
    package init(
        _ schedule: RoutineSchedule, trigger: RoutineTrigger? = nil, anchor: Timestamp, zone: TimeZone
    ) throws(RuleViolation) {
        guard let kind = trigger ?? schedule.triggerKind else { throw Self.invalid("triggerKind", "is missing") }
        guard schedule.triggerKind ?? kind == kind else {
            throw Self.invalid("triggerKind", "says “\(schedule.triggerKind ?? kind)” where the routine is “\(kind)”")
        }
        self.zone = try schedule.timeZone.map { name throws(RuleViolation) in try Self.zone(name) } ?? zone
        switch kind {
        case .interval:
            guard let minutes = schedule.intervalMinutes, (1...10_080).contains(minutes) else {
                throw Self.invalid("intervalMinutes", "must be a whole number from 1 to 10080")
            }
            let start = schedule.anchorAt ?? anchor
            guard (Self.oldest...Self.latest).contains(start.milliseconds) else {
                throw Self.invalid("anchorAt", "must be a moment of these centuries, in milliseconds since 1970")
            }
            rhythm = .every(milliseconds: Int64(minutes) * 60_000, from: start)
        case .daily: rhythm = .at(minute: try Self.minute(schedule.timeOfDay), on: Set(0...6))
        case .weekly: rhythm = .at(minute: try Self.minute(schedule.timeOfDay), on: try Self.days(schedule))
        }
    }

    /// The first moment after this one; `nil` where time itself ends.
    package func next(after moment: Timestamp) -> Timestamp? {
        switch rhythm {
        case .every(let step, let anchor):
            let (past, isFar) = moment.milliseconds.subtractingReportingOverflow(anchor.milliseconds)
            guard !isFar else { return nil }
            let (length, isLong) = (past < 0 ? 0 : past / step + 1).multipliedReportingOverflow(by: step)
            let (next, isLate) = anchor.milliseconds.addingReportingOverflow(length)
            return isLong || isLate ? nil : Timestamp(milliseconds: next)
        case .at(let minute, let days):
            guard (Self.oldest...Self.latest).contains(moment.milliseconds) else { return nil }
            // A day that a zone leaps over as a whole is told a day late.
            let today = LocalTime.shown(at: moment, in: zone).day
            return (today - 2...today + 8).lazy.filter { days.contains(LocalTime.weekday(of: $0)) }
                .map { LocalTime.first(of: minute, on: $0, in: zone) }.first { $0 > moment }
        }
    }

    /// The last moment that is not after `now`, and how many there are from `first` on before it.
    ///
    /// - Parameter first: A moment that is due.
    package func last(from first: Timestamp, through now: Timestamp) -> (moment: Timestamp, missed: Int) {
        guard case .every(let step, _) = rhythm else {
            var (moment, missed) = (first, 0)
            while let later = next(after: moment), later <= now {
                moment = later
                missed += 1
            }
            return (moment, missed)
        }
        guard let second = next(after: first), second <= now else { return (first, 0) }
        let steps = (now.milliseconds - second.milliseconds) / step
        return (Timestamp(milliseconds: second.milliseconds + steps * step), Int(clamping: steps + 1))
    }

    /// Years that clocks are defined for.
    private static let oldest: Int64 = -2_208_988_800_000
    private static let latest: Int64 = 16_725_225_600_000
}

extension RoutineGrid {
    /// - Throws: ``RuleViolation`` for what is no name of a time zone.
    package static func zone(_ name: String) throws(RuleViolation) -> TimeZone {
        guard name.utf8.count < 100, let zone = TimeZone(identifier: name) else {
            throw invalid("tz", "must be the name of a time zone, such as Europe/Berlin")
        }
        return zone
    }

    private static func minute(_ text: String?) throws(RuleViolation) -> Int {
        let parts = text?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        if parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = parts.first.flatMap({ Int($0) }), let minute = parts.last.flatMap({ Int($0) }), hour < 24, minute < 60
        {
            return hour * 60 + minute
        }
        throw invalid("timeOfDay", "must be a time of day such as 09:30")
    }

    private static func days(_ schedule: RoutineSchedule) throws(RuleViolation) -> Set<Int> {
        let days = schedule.daysOfWeek ?? schedule.dayOfWeek.map { [$0] } ?? []
        guard !days.isEmpty, days.count <= 7, days.allSatisfy({ (0...6).contains($0) }) else {
            throw invalid(
                schedule.daysOfWeek == nil ? "dayOfWeek" : "daysOfWeek", "must be from 0 for Sunday to 6 for Saturday")
        }
        return Set(days)
    }

    private static func invalid(_ member: String, _ reason: String) -> RuleViolation {
        .invalid(field: "schedule.\(member)", reason: reason)
    }
}
