import Domain

extension TokenUsage {
    /// Reads the `usage` object of a chat-completions answer; `nil` when its counts are missing or not credible.
    init?(chat usage: JSONValue) {
        let cached = usage["prompt_tokens_details"]?["cached_tokens"] ?? usage["prompt_cache_hit_tokens"]  // the latter: DeepSeek
        self.init(prompt: usage["prompt_tokens"], completion: usage["completion_tokens"], cached: cached)
    }
}
