package import FoundationEssentials

/// A calendar month by the clock of a time zone.
package struct CalendarMonth: Hashable, Sendable {
    package let start: Timestamp
    /// The first moment of the next one.
    package let end: Timestamp

    /// The month that a moment lies in.
    package init(of moment: Timestamp, in zone: TimeZone) {
        let today = Self.day(of: moment.milliseconds, in: zone)
        let first = Self.firstDay(ofMonthWith: today)
        // Thirty-one days after a first it is the next month, everywhere and always.
        start = Self.beginning(of: first, in: zone)
        end = Self.beginning(of: Self.firstDay(ofMonthWith: first + 31), in: zone)
    }

    private static let dayLength: Int64 = 86_400_000

    private static func offset(at moment: Int64, in zone: TimeZone) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment) / 1000))) * 1000
    }

    /// Which day it is, counted from 1970, by the zone's clock.
    private static func day(of moment: Int64, in zone: TimeZone) -> Int64 {
        let local = moment + offset(at: moment, in: zone)
        return local / dayLength - (local % dayLength < 0 ? 1 : 0)
    }

    /// When a day begins by the zone's clock; where its midnight is left out, when the clock goes on behind it.
    private static func beginning(of day: Int64, in zone: TimeZone) -> Timestamp {
        let midnight = day * dayLength
        let before = midnight - offset(at: midnight - dayLength, in: zone)
        let after = midnight - offset(at: midnight + dayLength, in: zone)
        // Where the clock is moved that night there are two answers; the first that lies in the day counts.
        let earlier = min(before, after)
        return Timestamp(milliseconds: Self.day(of: earlier, in: zone) >= day ? earlier : max(before, after))
    }

    /// The first of the month of a day.
    ///
    /// Years are counted from March, so that a leap day is the last of its year and months have a fixed place within one.
    private static func firstDay(ofMonthWith day: Int64) -> Int64 {
        let sinceMarch0000 = day + 719_468
        let era = (sinceMarch0000 >= 0 ? sinceMarch0000 : sinceMarch0000 - 146_096) / 146_097
        let dayOfEra = sinceMarch0000 - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        return day - (dayOfYear - (153 * month + 2) / 5)
    }
}
