import FoundationEssentials

extension Timestamp {
    /// The day in UTC, such as `2026-11-24`.
    package var dayText: String { date.formatted(.iso8601.year().month().day()) }

    /// The minute in UTC, such as `2026-11-24 16:05 UTC`.
    package var minuteText: String {
        let seconds = date.formatted(
            .iso8601.year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false))
        return seconds.dropLast(3) + " UTC"
    }

    /// Within the years that people write with four digits.
    private var date: Date {
        Date(timeIntervalSince1970: min(max(Double(milliseconds) / 1000, -62_135_596_800), 253_402_300_799))
    }
}
