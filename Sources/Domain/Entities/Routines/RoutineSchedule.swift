/// When a routine is due, as its row holds it.
///
/// Which members count depends on the trigger: ``intervalMinutes`` for `interval`, ``timeOfDay`` for `daily`, both
/// ``dayOfWeek`` and ``timeOfDay`` for `weekly`. A row may lack them, so whoever computes with them checks first.
package struct RoutineSchedule: Codable, Hashable, Sendable {
    package var triggerKind: RoutineTrigger?
    /// From 1 to 10080.
    package var intervalMinutes: Int?
    /// `HH:MM` on a 24-hour clock.
    package var timeOfDay: String?
    /// From 0 for Sunday to 6 for Saturday.
    package var dayOfWeek: Int?

    package init(
        triggerKind: RoutineTrigger? = nil, intervalMinutes: Int? = nil, timeOfDay: String? = nil, dayOfWeek: Int? = nil
    ) {
        self.triggerKind = triggerKind
        self.intervalMinutes = intervalMinutes
        self.timeOfDay = timeOfDay
        self.dayOfWeek = dayOfWeek
    }
}
