/// What a model's tokens cost, per million.
package struct ModelPrice: Hashable, Sendable {
    package var input: Money
    package var output: Money
    package var cacheRead: Money?

    package init(input: Money, output: Money, cacheRead: Money? = nil) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
    }

    /// What `usage` costs.
    ///
    /// Tokens read from a cache cost ``cacheRead`` where that is known, else like any other input.
    ///
    /// - Throws: ``MoneyError/overflow``.
    package func cost(of usage: TokenUsage) throws(MoneyError) -> Money {
        let cached = max(0, min(usage.cacheRead, usage.prompt))
        let fresh = try input.perMillion(times: Int64(max(0, usage.prompt) - cached))
        let read = try (cacheRead ?? input).perMillion(times: Int64(cached))
        return try fresh + read + output.perMillion(times: Int64(max(0, usage.completion)))
    }
}

/// Knows list prices.
package protocol Pricing: Sendable {
    /// The price of `model` at a provider of `kind`, or `nil` when it is unknown, which is not the same as free.
    func price(of model: String, at kind: ProviderKind) -> ModelPrice?
}
