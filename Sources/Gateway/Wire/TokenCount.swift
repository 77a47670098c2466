import Domain

/// One of the numbers of tokens that a provider reports, as far as it can be believed.
///
/// A negative count is taken for 0; one that is not a whole number, or larger than any model reads, is worthless.
enum TokenCount: Hashable, Sendable {
    /// The largest count that is believed.
    static let credibleLimit: Int64 = 100_000_000

    case missing
    case worthless
    case tokens(Int)

    init(_ value: JSONValue?) {
        switch value {
        case .none, .null: self = .missing
        case .some(let value):
            guard let count = value.integer, count <= Self.credibleLimit else {
                self = .worthless
                return
            }
            self = .tokens(Int(max(0, count)))
        }
    }

    /// The count, 0 when it is missing, `nil` when it is worthless.
    var tokens: Int? {
        switch self {
        case .missing: 0
        case .worthless: nil
        case .tokens(let count): count
        }
    }
}

extension TokenUsage {
    /// A pair of counts as they were reported; `nil` when both are missing, or one is not credible.
    ///
    /// - Parameter cached: How many of `prompt` came from a cache, where that is said.
    init?(prompt: JSONValue?, completion: JSONValue?, cached: JSONValue?) {
        let (prompt, completion) = (TokenCount(prompt), TokenCount(completion))
        guard prompt != .missing || completion != .missing, let read = prompt.tokens, let written = completion.tokens
        else { return nil }
        self.init(prompt: read, completion: written, cacheRead: min(read, TokenCount(cached).tokens ?? 0))
    }
}
