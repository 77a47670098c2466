import Domain
import Testing

struct CircuitBreakerTests {
    private let start = Timestamp(milliseconds: 1_700_000_000_000)
    private let failure = ModelError(.server, "It failed.")

    @Test func `five failures in a row close the way, four and an answer do not`() {
        var breaker = CircuitBreaker()
        for _ in 0..<4 { breaker.fail(failure, at: start) }
        breaker.succeed()
        for _ in 0..<4 { breaker.fail(failure, at: start) }
        #expect(breaker.refusal(at: start) == nil)
        breaker.fail(failure, at: start)
        #expect(breaker.refusal(at: start)?.until == start + .seconds(15))
        #expect(breaker.refusal(at: start + .seconds(15)) == nil)
    }

    @Test func `one call tries the provider out while others wait, and each vain try doubles the pause up to two minutes`() {
        var breaker = CircuitBreaker()
        var now = start
        for _ in 0..<5 { breaker.fail(failure, at: now) }
        var pauses: [Duration] = []
        for _ in 0..<6 {
            guard let refusal = breaker.refusal(at: now) else { break }
            pauses.append(refusal.until - now)
            now = refusal.until
            #expect(breaker.isOnTrial(at: now))
            #expect(breaker.enter(at: now) == nil)
            #expect(breaker.enter(at: now) != nil, "a second call went out beside the trial")
            breaker.fail(failure, at: now)
        }
        #expect(pauses == [15, 30, 60, 120, 120, 120].map { .seconds($0) })
        now = now + .seconds(120)
        #expect(breaker.enter(at: now) == nil)
        breaker.succeed()
        #expect(breaker.enter(at: now) == nil)
        #expect(breaker.isClosed)
    }

    @Test func `a trial that is given up lets the next one begin, and one that never ends does so after a minute`() {
        var breaker = CircuitBreaker()
        for _ in 0..<5 { breaker.fail(failure, at: start) }
        let later = start + .seconds(15)
        #expect(breaker.enter(at: later) == nil)
        breaker.leave(at: later)
        #expect(breaker.enter(at: later) == nil)
        #expect(breaker.refusal(at: later + .seconds(59)) != nil)
        #expect(breaker.enter(at: later + .seconds(60)) == nil)
    }

    @Test func `where the provider says how long, that counts, and no longer than a day`() {
        var breaker = CircuitBreaker()
        breaker.fail(ModelError(.rateLimited, "Later.", retryAfter: .seconds(3600)), at: start)
        #expect(breaker.refusal(at: start)?.until == start + .seconds(3600))
        var other = CircuitBreaker()
        other.fail(ModelError(.rateLimited, "Later.", retryAfter: .seconds(1_000_000)), at: start)
        #expect(other.refusal(at: start)?.until == start + .seconds(86_400))
    }

    @Test(arguments: [ModelError.Class.unauthorized, .invalidRequest, .tooLong, .malformed, .brokenStream])
    func `what is not the provider's failing never closes the way`(kind: ModelError.Class) {
        var breaker = CircuitBreaker()
        for _ in 0..<20 { breaker.fail(ModelError(kind, "No."), at: start) }
        #expect(breaker.isClosed)
    }

    @Test func `calls that were begun before do not make the pause longer`() {
        var breaker = CircuitBreaker()
        for _ in 0..<5 { breaker.fail(failure, at: start) }
        for _ in 0..<50 { breaker.fail(failure, at: start + .seconds(1)) }
        #expect(breaker.refusal(at: start + .seconds(1))?.until == start + .seconds(15))
    }
}
