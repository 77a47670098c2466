import Domain
import Testing

@testable import Gateway

struct TokenUsageChatTests {
    @Test(arguments: [
        (#"{"prompt_tokens":3,"completion_tokens":4}"#, TokenUsage(prompt: 3, completion: 4)),
        (#"{"prompt_tokens":3}"#, TokenUsage(prompt: 3, completion: 0)),
        (
            #"{"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":5}}"#,
            TokenUsage(prompt: 9, completion: 4, cacheRead: 5)
        ),
        (
            #"{"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":50}}"#,
            TokenUsage(prompt: 9, completion: 4, cacheRead: 9)
        ),
        (#"{"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":null}"#, TokenUsage(prompt: 9, completion: 4)),
        (
            #"{"prompt_tokens":9,"completion_tokens":4,"prompt_cache_hit_tokens":5}"#,
            TokenUsage(prompt: 9, completion: 4, cacheRead: 5)
        ),
        (#"{"prompt_tokens":-1,"completion_tokens":4.0}"#, TokenUsage(prompt: 0, completion: 4)),
        (#"{"prompt_tokens":null,"completion_tokens":4}"#, TokenUsage(prompt: 0, completion: 4)),
        ("{}", nil), ("null", nil), (#""many""#, nil), ("[1,2]", nil),
        (#"{"prompt_tokens":"3","completion_tokens":4}"#, nil),
        (#"{"prompt_tokens":1e300,"completion_tokens":4}"#, nil),
        (#"{"prompt_tokens":9.3e18,"completion_tokens":4}"#, nil),
        (#"{"prompt_tokens":9223372036854775807,"completion_tokens":4}"#, nil),
        (#"{"prompt_tokens":2.5,"completion_tokens":4}"#, nil),
        (#"{"prompt_tokens":3,"completion_tokens":{"total":4}}"#, nil),
    ])
    func `counts are believed within reason`(json: String, usage: TokenUsage?) throws {
        #expect(TokenUsage(chat: try JSONValue(parsing: json)) == usage)
    }
}
