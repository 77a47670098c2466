import Domain

/// When a failed model call is worth another try.
enum RetryPolicy {
    /// How long to wait before the next try, `nil` when there is no use in one.
    ///
    /// Two seconds, ten, then a minute, each a quarter more or less, and never sooner than the provider asks.
    ///
    /// - Parameters:
    ///   - attempt: How many there have been, from 1.
    ///   - random: From 0 up to 1.
    static func delay(after error: ModelError, attempt: Int, random: Double) -> Duration? {
        guard error.isTransient else { return nil }
        let steps: [Double] = [2, 10, 60]
        let base = steps[min(max(attempt, 1), steps.count) - 1]
        return max(.seconds(base * (0.75 + 0.5 * random)), error.retryAfter ?? .zero)
    }
}
