package import FoundationEssentials

/// Fills in what changes from run to run: `{date}`, `{time}` and `{week}`, by the clock of the routine's time zone.
package enum RoutineWords {
    /// - Parameter moment: When the run was due.
    package static func fill(_ text: String, at moment: Timestamp, in zone: TimeZone) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        let (day, minute) = LocalTime.shown(at: moment, in: zone)
        return text.replacing("{date}", with: date(of: day)).replacing("{time}", with: time(of: minute))
            .replacing("{week}", with: week(of: day))
    }

    /// Such as `2026-11-24 09:30`.
    package static func text(of moment: Timestamp, in zone: TimeZone) -> String {
        let (day, minute) = LocalTime.shown(at: moment, in: zone)
        return "\(date(of: day)) \(time(of: minute))"
    }

    private static func date(of day: Int64) -> String { Timestamp(milliseconds: day * 86_400_000).dayText }

    private static func time(of minute: Int) -> String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// The week as ISO 8601 counts them, such as `2026-W48`: it is of the year that its Thursday is of.
    private static func week(of day: Int64) -> String {
        let thursday = day - Int64((LocalTime.weekday(of: day) + 6) % 7) + 3
        let year = date(of: thursday).prefix { $0 != "-" }
        var number = 1
        while number < 53, date(of: thursday - Int64(number) * 7).hasPrefix(year) { number += 1 }
        return "\(year)-W" + (number < 10 ? "0" : "") + "\(number)"
    }
}
