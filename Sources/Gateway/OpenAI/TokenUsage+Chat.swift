import Domain

extension TokenUsage {
    /// The largest count that is believed: more than any model reads or writes.
    private static let credibleLimit: Int64 = 100_000_000

    /// Reads the `usage` object of a chat-completions answer; `nil` when its counts are missing or not credible.
    ///
    /// Negative counts are taken for 0. A count that is not a whole number, or larger than any model reads, makes the whole
    /// object worthless.
    init?(chat usage: JSONValue) {
        guard case .object = usage else { return nil }
        let prompt = Count(usage["prompt_tokens"])
        let completion = Count(usage["completion_tokens"])
        guard prompt != .missing || completion != .missing,
            let promptTokens = prompt.tokens, let completionTokens = completion.tokens
        else { return nil }
        let cached = usage["prompt_tokens_details"]?["cached_tokens"] ?? usage["prompt_cache_hit_tokens"]  // the latter: DeepSeek
        self.init(
            prompt: promptTokens, completion: completionTokens, cacheRead: min(promptTokens, Count(cached).tokens ?? 0))
    }

    private enum Count: Equatable {
        case missing
        case worthless
        case tokens(Int)

        init(_ value: JSONValue?) {
            switch value {
            case .none, .null: self = .missing
            case .some(let value):
                guard let count = value.integer, count <= credibleLimit else {
                    self = .worthless
                    return
                }
                self = .tokens(Int(max(0, count)))
            }
        }

        var tokens: Int? {
            switch self {
            case .missing: 0
            case .worthless: nil
            case .tokens(let count): count
            }
        }
    }
}
