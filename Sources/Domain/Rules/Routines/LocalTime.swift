package import FoundationEssentials

/// What a clock on the wall of a time zone shows, and when it shows it.
package enum LocalTime {
    /// The days since 1970-01-01 and the minutes since midnight that a clock in the zone shows; beyond the years 1900 to 9999, at
    /// the nearer end of them.
    package static func shown(at moment: Timestamp, in zone: TimeZone) -> (day: Int64, minute: Int) {
        let within = min(max(moment.milliseconds, -2_208_988_800_000), 253_402_300_799_000)
        let seconds = floored(within, by: 1000)
        let local = seconds + offset(at: seconds, zone)
        let day = floored(local, by: secondsOfDay)
        return (day, Int(local - day * secondsOfDay) / 60)
    }

    /// From 0 for Sunday to 6 for Saturday.
    package static func weekday(of day: Int64) -> Int { Int(((day + 4) % 7 + 7) % 7) }

    /// The first moment at which a clock in the zone has come to a minute of a day.
    ///
    /// A minute that the clock leaps over is when it leaps; of a minute that it shows twice it is the first time.
    package static func first(of minute: Int, on day: Int64, in zone: TimeZone) -> Timestamp {
        let target = day * secondsOfDay + Int64(minute) * 60
        // No zone is further from UTC than this, and none changes its offset twice within an hour.
        var from = target - 15 * hour
        while from < target + 14 * hour {
            let (before, after) = (offset(at: from, zone), offset(at: from + hour, zone))
            if before == after {
                if (from...from + hour).contains(target - before) { return moment(target - before) }
            } else if let found = stride(from: from, through: from + hour, by: 60)
                .first(where: { $0 + offset(at: $0, zone) >= target })
            {
                return moment(found)
            }
            from += hour
        }
        return moment(target)
    }

    private static let hour: Int64 = 3600
    private static let secondsOfDay: Int64 = 86_400

    private static func moment(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1000) }

    private static func offset(at seconds: Int64, _ zone: TimeZone) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }

    private static func floored(_ value: Int64, by divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
