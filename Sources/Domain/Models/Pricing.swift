/// What a model's tokens cost, per million, and what each call costs besides.
package struct ModelPrice: Hashable, Sendable {
    package var input: Money
    package var output: Money
    package var cacheRead: Money?
    package var cacheWrite: Money?
    /// What a call costs whatever its length.
    package var perRequest: Money?

    package init(
        input: Money, output: Money, cacheRead: Money? = nil, cacheWrite: Money? = nil, perRequest: Money? = nil
    ) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.perRequest = perRequest
    }

    /// What a call of `usage` costs.
    ///
    /// Tokens read from a cache or written to it cost ``cacheRead`` and ``cacheWrite`` where those are known, else like any
    /// other input.
    ///
    /// - Throws: ``MoneyError/overflow``.
    package func cost(of usage: TokenUsage) throws(MoneyError) -> Money {
        let prompt = max(0, usage.prompt)
        let read = max(0, min(usage.cacheRead, prompt))
        let written = max(0, min(usage.cacheWrite, prompt - read))
        let fresh = try input.perMillion(times: Int64(prompt - read - written))
        let cached = try (cacheRead ?? input).perMillion(times: Int64(read))
        let stored = try (cacheWrite ?? input).perMillion(times: Int64(written))
        let answer = try output.perMillion(times: Int64(max(0, usage.completion)))
        return try fresh + cached + stored + answer + (perRequest ?? .zero)
    }
}

/// Knows list prices.
package protocol Pricing: Sendable {
    /// The price of `model` at a provider of `kind`, or `nil` when it is unknown, which is not the same as free.
    func price(of model: String, at kind: ProviderKind) -> ModelPrice?
}
