import Domain
import FoundationEssentials

/// Moments as people write and read them where this machine is.
enum LocalMoment {
    /// Such as `2026-11-24 09:30`; an empty text for no moment.
    static func text(_ milliseconds: JSONValue?) -> String {
        guard let milliseconds = milliseconds?.integer else { return "" }
        return RoutineWords.text(of: Timestamp(milliseconds: milliseconds), in: .current)
    }

    /// The moment that a text means: a day, a day with a time, or a time of today, or of tomorrow where that is past.
    ///
    /// - Returns: `nil` for a text that means none.
    static func reading(_ text: String, now: Timestamp, in zone: TimeZone = .current) -> Timestamp? {
        let parts = text.split { $0 == " " || $0 == "T" }.map(String.init)
        switch parts.count {
        case 1:
            if let day = day(parts[0]) { return LocalTime.first(of: 0, on: day, in: zone) }
            guard let minute = minute(parts[0]) else { return nil }
            let today = LocalTime.shown(at: now, in: zone).day
            let moment = LocalTime.first(of: minute, on: today, in: zone)
            return moment > now ? moment : LocalTime.first(of: minute, on: today + 1, in: zone)
        case 2:
            guard let day = day(parts[0]), let minute = minute(parts[1]) else { return nil }
            return LocalTime.first(of: minute, on: day, in: zone)
        default: return nil
        }
    }

    /// The day of a text such as `2026-11-24`, counted from 1970; `nil` for one that is not in the calendar.
    static func day(_ text: String) -> Int64? {
        // A day that its month has not is read as one of the next month; it is none.
        guard text.count == 10, let date = try? Date("\(text)T00:00:00Z", strategy: .iso8601),  // else no day
            date.formatted(.iso8601.year().month().day()) == text
        else { return nil }
        return Int64((date.timeIntervalSince1970 / 86_400).rounded(.down))
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
