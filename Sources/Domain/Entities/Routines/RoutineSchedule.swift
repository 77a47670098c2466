/// When a routine is due, as its row holds it.
///
/// Which members count depends on the trigger: ``intervalMinutes`` for `interval`, ``timeOfDay`` for `daily`, both
/// ``timeOfDay`` and ``dayOfWeek`` or ``daysOfWeek`` for `weekly`. A row may lack them, so whoever computes with them checks
/// first, as ``RoutineGrid`` does.
package struct RoutineSchedule: Codable, Hashable, Sendable {
    package var triggerKind: RoutineTrigger?
    /// From 1 to 10080.
    package var intervalMinutes: Int?
    /// `HH:MM` on a 24-hour clock.
    package var timeOfDay: String?
    /// From 0 for Sunday to 6 for Saturday; where there are several days, the first.
    package var dayOfWeek: Int?
    /// Several days, each from 0 for Sunday to 6 for Saturday.
    package var daysOfWeek: [Int]?
    /// The time zone of ``timeOfDay``, such as `Europe/Berlin`.
    package var timeZone: String?
    /// The moment from which the minutes of an interval are counted.
    package var anchorAt: Timestamp?

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case triggerKind, intervalMinutes, timeOfDay, dayOfWeek, daysOfWeek, anchorAt
        case timeZone = "tz"
    }

    package init(
        triggerKind: RoutineTrigger? = nil, intervalMinutes: Int? = nil, timeOfDay: String? = nil, dayOfWeek: Int? = nil,
        daysOfWeek: [Int]? = nil, timeZone: String? = nil, anchorAt: Timestamp? = nil
    ) {
        self.triggerKind = triggerKind
        self.intervalMinutes = intervalMinutes
        self.timeOfDay = timeOfDay
        self.dayOfWeek = dayOfWeek
        self.daysOfWeek = daysOfWeek
        self.timeZone = timeZone
        self.anchorAt = anchorAt
    }
}
