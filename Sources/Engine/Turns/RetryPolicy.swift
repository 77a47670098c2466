import Domain

/// When a failed model call is worth another try.
///
/// What costs nothing and heals by itself, a provider that is away, overloaded or wants fewer calls, is tried for about an
/// hour, never less often than every two minutes unless the provider asks for it; where a quota is used up, every half hour. What was read before it failed is paid for
/// each time, so it is tried four times.
enum RetryPolicy {
    /// How long to wait before the next try, `nil` when there is no use in one.
    ///
    /// Two seconds, then twice as long each time up to two minutes, each a quarter more or less. Where the provider says how
    /// long, that and up to a tenth more, so that not all who wait come back in the same moment.
    ///
    /// - Parameters:
    ///   - failures: How often the work has failed before.
    ///   - random: From 0 up to 1.
    static func delay(after error: ModelError, failures: Int, random: Double) -> Duration? {
        guard error.isTransient, failures + 1 < limit(for: error) else { return nil }
        let usual: Duration? = error.class == .quota ? .seconds(1800) : nil
        let asked = (error.retryAfter ?? usual).map { $0 * (1 + 0.1 * random) } ?? .zero
        return max(delay(failures: failures, random: random), asked)
    }

    /// The same after a failure of the program itself, which is tried four times.
    static func delayAfterFault(failures: Int, random: Double) -> Duration? {
        failures + 1 < paidTries ? max(.seconds(30), delay(failures: failures, random: random)) : nil
    }

    private static func delay(failures: Int, random: Double) -> Duration {
        let base = min(120, 2 * Double(1 << min(max(failures, 0), 6)))
        return .seconds(base * (0.75 + 0.5 * random))
    }

    private static func limit(for error: ModelError) -> Int {
        switch error.class {
        case .connect, .rateLimited, .quota, .server, .secretsClosed: freeTries
        case .timeout, .brokenStream, .malformed: paidTries
        case .unauthorized, .invalidRequest, .tooLong: 1
        }
    }

    private static let freeTries = 36
    private static let paidTries = 4
}
