import FoundationEssentials
import Testing

@testable import Domain

struct CalendarMonthTests {
    struct Case: Sendable {
        let zone: String
        let moment: String
        let start: String
        let end: String
    }

    @Test(arguments: [
        Case(zone: "GMT", moment: "2026-11-29T20:00:00Z", start: "2026-11-01T00:00:00Z", end: "2026-12-01T00:00:00Z"),
        Case(zone: "GMT", moment: "2026-12-31T23:59:59Z", start: "2026-12-01T00:00:00Z", end: "2027-01-01T00:00:00Z"),
        Case(zone: "GMT", moment: "2027-01-01T00:00:00Z", start: "2027-01-01T00:00:00Z", end: "2027-02-01T00:00:00Z"),
        Case(zone: "GMT", moment: "2028-02-29T12:00:00Z", start: "2028-02-01T00:00:00Z", end: "2028-03-01T00:00:00Z"),
        Case(zone: "GMT", moment: "2100-02-28T12:00:00Z", start: "2100-02-01T00:00:00Z", end: "2100-03-01T00:00:00Z"),
        Case(zone: "GMT", moment: "1969-12-31T12:00:00Z", start: "1969-12-01T00:00:00Z", end: "1970-01-01T00:00:00Z"),
        Case(zone: "Europe/Berlin", moment: "2026-10-31T23:30:00Z", start: "2026-10-31T23:00:00Z", end: "2026-11-30T23:00:00Z"),
        Case(zone: "Europe/Berlin", moment: "2026-10-15T12:00:00Z", start: "2026-09-30T22:00:00Z", end: "2026-10-31T23:00:00Z"),
        Case(
            zone: "Pacific/Auckland", moment: "2026-03-31T10:59:59Z", start: "2026-02-28T11:00:00Z", end: "2026-03-31T11:00:00Z"),
        Case(
            zone: "America/Los_Angeles", moment: "2026-11-01T07:30:00Z", start: "2026-11-01T07:00:00Z",
            end: "2026-12-01T08:00:00Z"),
    ])
    func `a month lasts from midnight to midnight by the zone's clock`(one: Case) throws {
        let zone = try #require(TimeZone(identifier: one.zone))
        let month = CalendarMonth(of: try Self.moment(one.moment), in: zone)
        #expect(month.start == (try Self.moment(one.start)))
        #expect(month.end == (try Self.moment(one.end)))
    }

    @Test(arguments: ["GMT", "Europe/London", "Asia/Kolkata", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia"])
    func `months follow one another without a gap for thirty years`(name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        var month = CalendarMonth(of: try Self.moment("2000-01-15T12:00:00Z"), in: zone)
        for _ in 0..<360 {
            let days = (month.end - month.start) / .seconds(86_400)
            #expect(days > 27.9 && days < 31.1)
            #expect(CalendarMonth(of: month.start, in: zone) == month)
            #expect(CalendarMonth(of: month.end - .milliseconds(1), in: zone) == month)
            let next = CalendarMonth(of: month.end, in: zone)
            #expect(next.start == month.end)
            month = next
        }
    }

    private static func moment(_ text: String) throws -> Timestamp {
        let date = try Date(text, strategy: .iso8601)
        return Timestamp(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }
}
