import Domain

/// The `Retry-After` header: how long a server asks to wait.
///
/// Source: RFC 9110, section 10.2.3. A moment is read in the one form that may still be written, such as
/// `Sun, 06 Nov 1994 08:49:37 GMT`.
enum RetryAfter {
    /// The longest wait that is believed; a longer one is taken for this.
    static let limit = Duration.seconds(3600)

    /// The wait from `now` on, or `nil` when `text` is neither a number of seconds nor a moment.
    static func duration(_ text: String, now: Timestamp) -> Duration? {
        if let seconds = Double(text), seconds.isFinite {
            return clamp(.seconds(min(max(0, seconds), 1e6)))
        }
        return moment(text).map { clamp($0 - now) }
    }

    private static func clamp(_ wait: Duration) -> Duration { min(max(.zero, wait), limit) }

    private static func moment(_ text: String) -> Timestamp? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[0].last == ",", parts[5] == "GMT" else { return nil }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = parts[4].split(separator: ":")
        guard let day = number(parts[1], 1...31), let month = months.firstIndex(of: String(parts[2])),
            let year = number(parts[3], 1970...9999), clock.count == 3,
            let hour = number(clock[0], 0...23), let minute = number(clock[1], 0...59), let second = number(clock[2], 0...60)
        else { return nil }
        let days = CivilDate(year: year, month: month + 1, day: day).daysSince1970
        return Timestamp(milliseconds: Int64(((days * 24 + hour) * 60 + minute) * 60 + second) * 1000)
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
}
