import Domain
import Testing

@testable import Gateway

struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT.
    private let now = Timestamp(milliseconds: 784_111_777_000)

    @Test(arguments: [
        ("0", Duration.zero), ("2", .seconds(2)), ("1.5", .seconds(1.5)), ("-3", .zero), ("99999999999999999999", .seconds(3600)),
        ("Sun, 06 Nov 1994 08:50:07 GMT", .seconds(30)), ("Sun, 06 Nov 1994 08:49:37 GMT", .zero),
        ("Sat, 05 Nov 1994 08:49:37 GMT", .zero), ("Mon, 07 Nov 1994 08:49:37 GMT", .seconds(3600)),
        ("Thu, 29 Feb 2096 23:59:60 GMT", .seconds(3600)),
    ])
    func `a wait is read and kept within an hour`(text: String, wait: Duration) {
        #expect(RetryAfter.duration(text, now: now) == wait)
    }

    @Test(arguments: [
        "", "soon", "nan", "inf", "Sun, 06 Nov 1994", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Now 1994 08:49:37 GMT",
        "Sun, 46 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 25:00:00 GMT",
    ])
    func `anything else is no wait`(text: String) { #expect(RetryAfter.duration(text, now: now) == nil) }
}
