package import FoundationEssentials

/// The time of day at which a company rests, every day, by the clock of its own time zone.
///
/// Kept in a company's settings as `{"from": "22:00", "to": "07:00", "time_zone": "Europe/Berlin"}`.
package struct QuietHours: Hashable, Sendable {
    /// Minutes after midnight.
    package let from: Int
    /// Minutes after midnight; when it is not after ``from``, the rest lasts past midnight.
    package let to: Int
    package let zone: TimeZone

    /// - Throws: ``RuleViolation`` naming what of the setting is not as it must be.
    package init(reading value: JSONValue) throws(RuleViolation) {
        guard let members = value.object, Set(members.keys).isSubset(of: ["from", "to", "time_zone"]) else {
            throw .invalid(field: "settings.quiet_hours", reason: "must have from, to and time_zone, and nothing else")
        }
        from = try Self.minute(members["from"], "from")
        to = try Self.minute(members["to"], "to")
        guard from != to else { throw .invalid(field: "settings.quiet_hours", reason: "must not begin when they end") }
        guard let name = members["time_zone"]?.string, name.utf8.count < 100, let zone = TimeZone(identifier: name) else {
            throw .invalid(
                field: "settings.quiet_hours.time_zone", reason: "must be the name of a time zone, such as Europe/Berlin")
        }
        self.zone = zone
    }

    private static func minute(_ value: JSONValue?, _ name: String) throws(RuleViolation) -> Int {
        let parts = value?.string?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        if parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = parts.first.flatMap({ Int($0) }), let minute = parts.last.flatMap({ Int($0) }), hour < 24, minute < 60
        {
            return hour * 60 + minute
        }
        throw .invalid(field: "settings.quiet_hours.\(name)", reason: "must be a time of day such as 22:00")
    }

    /// Whether the company rests at this moment.
    package func isQuiet(at moment: Timestamp) -> Bool {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        let local = moment.milliseconds / 1000 + Int64(zone.secondsFromGMT(for: date))
        let minute = Int(((local % 86_400) + 86_400) % 86_400) / 60
        return from < to ? (from..<to).contains(minute) : minute >= from || minute < to
    }

    /// When the rest next begins or ends, to the minute; `nil` when that is not within two days.
    ///
    /// It walks the minutes, so that a clock that is put forward or back needs no rule of its own.
    package func nextChange(after moment: Timestamp) -> Timestamp? {
        let now = isQuiet(at: moment)
        let minute: Int64 = 60_000
        var next = moment.milliseconds - moment.milliseconds % minute
        for _ in 0..<(2 * 24 * 60) {
            next += minute
            if isQuiet(at: Timestamp(milliseconds: next)) != now { return Timestamp(milliseconds: next) }
        }
        return nil
    }
}
