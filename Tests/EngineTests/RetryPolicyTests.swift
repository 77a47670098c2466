import Domain
import Testing

@testable import Engine

struct RetryPolicyTests {
    @Test(arguments: [
        (ModelError.Class.connect, 36), (.server, 36), (.rateLimited, 36), (.timeout, 4), (.brokenStream, 4), (.malformed, 4),
        (.unauthorized, 1), (.invalidRequest, 1), (.tooLong, 1),
    ])
    func `what costs nothing is tried for long, what is paid for four times, what cannot heal once`(
        kind: ModelError.Class, tries: Int
    ) {
        let delays = (0..<100).map { RetryPolicy.delay(after: ModelError(kind, "x"), failures: $0, random: 0.5) }
        #expect(delays.prefix { $0 != nil }.count == tries - 1)
    }

    @Test(arguments: zip([0, 1, 2, 3, 6, 20], [2, 4, 8, 16, 120, 120]))
    func `the wait doubles up to two minutes, so that a provider that is back is noticed`(failures: Int, seconds: Int) {
        let error = ModelError(.connect, "x")
        #expect(RetryPolicy.delay(after: error, failures: failures, random: 0.5) == .seconds(seconds))
        let (least, most) = (RetryPolicy.delay(after: error, failures: failures, random: 0), Duration.seconds(seconds) * 0.75)
        #expect(least == most)
    }

    @Test func `what the provider asks for is kept, and not by all in the same moment`() {
        let error = ModelError(.rateLimited, "x", retryAfter: .seconds(600))
        #expect(RetryPolicy.delay(after: error, failures: 0, random: 0) == .seconds(600))
        #expect(RetryPolicy.delay(after: error, failures: 0, random: 0.5) == .seconds(630))
    }
}
