import Domain
import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The time of day where this machine is.
enum WallClock {
    /// Such as `14:05:09`.
    static func text(_ moment: Timestamp) -> String {
        var seconds = time_t(moment.milliseconds / 1000)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return "--:--:--" }
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// The same; on another day than that of `now`, the day and the time: `2026-12-03 08:30`.
    static func dated(_ moment: Timestamp, now: Timestamp = SystemTime().now()) -> String {
        let isToday = LocalTime.shown(at: moment, in: .current).day == LocalTime.shown(at: now, in: .current).day
        return isToday ? text(moment) : LocalMoment.text(.integer(moment.milliseconds))
    }
}
