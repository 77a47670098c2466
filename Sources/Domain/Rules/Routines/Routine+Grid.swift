package import FoundationEssentials

extension Routine {
    /// When the routine is due.
    ///
    /// - Parameter zone: The time zone where the schedule names none.
    /// - Throws: ``RuleViolation`` saying why that cannot be known.
    package func grid(in zone: TimeZone) throws(RuleViolation) -> RoutineGrid {
        guard let schedule = schedule.value else {
            throw .conflict("The schedule of the routine “\(name)” cannot be read: set it anew.")
        }
        return try RoutineGrid(schedule, trigger: triggerKind, anchor: nextRunAt ?? createdAt, zone: zone)
    }

    /// The ticket that a run files.
    ///
    /// - Throws: ``RuleViolation`` when that cannot be known.
    package func work() throws(RuleViolation) -> RoutineWork {
        guard let work = workConfig.value, !work.title.trimmed.isEmpty else {
            throw .conflict("The ticket that the routine “\(name)” files cannot be read: set it anew.")
        }
        return work
    }

    /// What keeps the routine from running until a person mends it, in words; `nil` when nothing does.
    package func flaw(in zone: TimeZone) -> String? {
        do throws(RuleViolation) {
            _ = try grid(in: zone)
            _ = try work()
            return nil
        } catch { return error.description }
    }
}
