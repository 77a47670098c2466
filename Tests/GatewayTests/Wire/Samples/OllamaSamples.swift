import Domain

extension WireSample {
    static let ollama = [
        WireSample(
            "thought and text",
            [
                #"{"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"","thinking":"Hm, Ærø."},"done":false}"#,
                #"{"model":"m","message":{"role":"assistant","content":"Grüße \u00e0 \ud83d\ude00"},"done":false}"#,
                #"{"model":"m","message":{"role":"assistant","content":" 👋🏽"},"done":false}"#,
                #"{"model":"m","message":{"role":"assistant","content":""},"done_reason":"stop","done":true,"total_duration":5,"prompt_eval_count":100,"prompt_eval_duration":1,"eval_count":7}"#,
            ],
            [
                .thought("Hm, Ærø."), .text("Grüße à 😀"), .text(" 👋🏽"), .usage(TokenUsage(prompt: 100, completion: 7)),
                .finish(.stop),
            ]),
        WireSample(
            "parallel tools",
            [
                #"{"message":{"role":"assistant","content":"I look.","tool_calls":[{"function":{"index":0,"name":"find","arguments":{"q":"a\"b"}}},{"function":{"index":1,"name":"find","arguments":{"q":"c"}}}]},"done":false}"#,
                #"{"message":{"role":"assistant","content":"","tool_calls":[{"id":"call_b","function":{"name":"list","arguments":{}}}]},"done":false}"#,
                #"{"message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","eval_count":8}"#,
            ],
            [
                .text("I look."), .progress, .progress, .progress,
                .toolCall(ToolCall(id: "call_1_0", name: "find", arguments: #"{"q":"a\"b"}"#)),
                .toolCall(ToolCall(id: "call_1_1", name: "find", arguments: #"{"q":"c"}"#)),
                .toolCall(ToolCall(id: "call_b", name: "list", arguments: "{}")), .finish(.toolCalls),
            ]),
        WireSample(
            "limit",
            [
                #"{"message":{"role":"assistant","content":"So"},"done":false}"#,
                #"{"message":{"role":"assistant","content":""},"done":true,"done_reason":"length","prompt_eval_count":1,"eval_count":2}"#,
            ], [.text("So"), .usage(TokenUsage(prompt: 1, completion: 2)), .finish(.length)]),
        WireSample(
            "error in the middle",
            [#"{"message":{"role":"assistant","content":"Half"},"done":false}"#, #"{"error":"model runner has stopped"}"#],
            [.text("Half")], failure: .server),
    ]
}
