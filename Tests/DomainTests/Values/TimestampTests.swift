import Testing

@testable import Domain

struct TimestampTests {
    private let first = Timestamp(milliseconds: .min)
    private let last = Timestamp(milliseconds: .max)
    private let epoch = Timestamp(milliseconds: 0)

    @Test func `a duration moves a moment by whole milliseconds`() {
        #expect(epoch + .seconds(2) == Timestamp(milliseconds: 2000))
        #expect(epoch - .milliseconds(5) == Timestamp(milliseconds: -5))
        #expect(epoch + .microseconds(1999) == Timestamp(milliseconds: 1))
        #expect(epoch + .microseconds(-1999) == Timestamp(milliseconds: -1))
    }

    @Test func `the time between two moments has a sign`() {
        let later = Timestamp(milliseconds: 1500)
        #expect(later - epoch == .milliseconds(1500))
        #expect(epoch - later == .milliseconds(-1500))
        #expect(epoch < later)
    }

    @Test func `sums stop at the ends of time`() {
        #expect(last + .milliseconds(1) == last)
        #expect(first + .milliseconds(-1) == first)
        #expect(last + .seconds(Int64.max) == last)
        #expect(first + .seconds(Int64.min) == first)
        #expect(epoch + .seconds(Int64.max) == last)
        #expect(first + .seconds(Int64.max) == Timestamp(milliseconds: -1))
    }

    @Test func `differences stop at the ends of time`() {
        #expect(first - .milliseconds(1) == first)
        #expect(last - .milliseconds(-1) == last)
        #expect(epoch - .seconds(Int64.min) == last)
        #expect(last - first == .milliseconds(Int64.max))
        #expect(first - last == .milliseconds(Int64.min))
        #expect(epoch - first == .milliseconds(Int64.max))
    }

    @Test(
        arguments: [
            (Duration.zero, 0), (.seconds(1), 1000), (.nanoseconds(999_999), 0), (.nanoseconds(-999_999), 0),
            (.nanoseconds(1_000_000), 1), (.milliseconds(Int64.max), .max), (.milliseconds(Int64.min), .min),
            (.seconds(Int64.max), .max), (.seconds(Int64.min), .min), (.seconds(9_223_372_036_854_776), .max),
            (.seconds(Int64.max) + .seconds(Int64.max), .max), (.seconds(Int64.min) + .seconds(Int64.min), .min),
        ] as [(Duration, Int64)])
    func `whole milliseconds are rounded towards zero and clamped`(duration: Duration, milliseconds: Int64) {
        #expect(duration.wholeMilliseconds == milliseconds)
    }

    @Test(arguments: [0, -1, 1_790_000_000_000, Int64.min, Int64.max])
    func `a moment keeps its milliseconds in a column and in JSON`(milliseconds: Int64) throws {
        let moment = Timestamp(milliseconds: milliseconds)
        #expect(try Timestamp(column: moment.column) == moment)
        #expect(JSONText.encode([moment]) == "[\(milliseconds)]")
        #expect(try JSONText.decode([Timestamp].self, from: "[\(milliseconds)]") == [moment])
    }
}
