import Domain

extension WireSample {
    static let chat = [
        WireSample(
            "thought and text",
            [
                #"{"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}"#,
                #"{"choices":[{"index":0,"delta":{"reasoning_content":"Hm, Ærø."},"finish_reason":null}]}"#,
                #"{"choices":[{"index":0,"delta":{"content":"Grüße \u00e0 \ud83d\ude00"},"finish_reason":null}]}"#,
                #"{"choices":[{"index":0,"delta":{"content":" 👋🏽"},"finish_reason":null}]}"#,
                #"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
                #"{"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":64}}}"#,
                "[DONE]",
            ],
            [
                .thought("Hm, Ærø."), .text("Grüße à 😀"), .text(" 👋🏽"),
                .usage(TokenUsage(prompt: 100, completion: 7, cacheRead: 64)), .finish(.stop),
            ]),
        WireSample(
            "parallel tools",
            [
                #"{"choices":[{"index":0,"delta":{"role":"assistant","content":"I look."}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"find","arguments":""}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"q\":\"a\\"}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_b","type":"function","function":{"name":"list","arguments":"{"}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"b\"}"}},{"index":1,"function":{"arguments":"}"}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"#,
                "[DONE]",
            ],
            [
                .text("I look."), .progress, .progress, .progress, .progress,
                .toolCall(ToolCall(id: "call_a", name: "find", arguments: #"{"q":"a\"b"}"#)),
                .toolCall(ToolCall(id: "call_b", name: "list", arguments: "{}")), .finish(.toolCalls),
            ]),
        WireSample(
            "limit in a call",
            [
                #"{"choices":[{"index":0,"delta":{"content":"So"}}]}"#,
                #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_a","function":{"name":"find","arguments":"{\"q\""}}]}}]}"#,
                #"{"choices":[{"index":0,"delta":{},"finish_reason":"length"}]}"#,
                "[DONE]",
            ], [.text("So"), .progress, .finish(.length)]),
        WireSample(
            "filtered", [#"{"choices":[{"index":0,"delta":{"refusal":"No."},"finish_reason":"content_filter"}]}"#, "[DONE]"],
            [.text("No."), .finish(.contentFilter)]),
        WireSample(
            "error in the middle",
            [
                #"{"choices":[{"index":0,"delta":{"content":"Half"}}]}"#,
                #"{"error":{"message":"slow down","type":"rate_limit_error"}}"#,
            ], [.text("Half")], failure: .rateLimited),
    ]
}
