import Domain

extension WireSample {
    static let gemini = [
        WireSample(
            "thought and text",
            [
                #"{"candidates":[{"content":{"role":"model","parts":[{"text":"Hm, Ærø.","thought":true}]},"index":0}],"usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":64,"thoughtsTokenCount":3,"totalTokenCount":103}}"#,
                #"{"candidates":[{"content":{"role":"model","parts":[{"text":"Grüße \u00e0 \ud83d\ude00"}]},"finishReason":"STOP","index":0}]}"#,
                #"{"candidates":[{"content":{"role":"model","parts":[{"text":" 👋🏽"},{"text":"","thoughtSignature":"Cv8B"}]},"finishReason":"STOP","index":0,"safetyRatings":[]}],"usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":64,"candidatesTokenCount":4,"thoughtsTokenCount":3,"totalTokenCount":107},"modelVersion":"gemini-x"}"#,
            ],
            [
                .usage(TokenUsage(prompt: 100, completion: 3, cacheRead: 64)), .thought("Hm, Ærø."), .text("Grüße à 😀"),
                .usage(TokenUsage(prompt: 100, completion: 7, cacheRead: 64)), .text(" 👋🏽"), .finish(.stop),
            ]),
        WireSample(
            "parallel tools",
            [
                #"{"candidates":[{"content":{"role":"model","parts":[{"text":"I look."},{"functionCall":{"name":"find","args":{"q":"a\"b"},"id":"x1"},"thoughtSignature":"Cv8B"}]}}]}"#,
                #"{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"list"}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":8}}"#,
            ],
            [
                .text("I look."), .progress, .usage(TokenUsage(prompt: 9, completion: 8)), .progress,
                .toolCall(ToolCall(id: "x1", name: "find", arguments: #"{"q":"a\"b"}"#, signature: "Cv8B")),
                .toolCall(ToolCall(id: "call_1_1", name: "list", arguments: "{}")), .finish(.toolCalls),
            ]),
        WireSample(
            "limit",
            [
                #"{"candidates":[{"content":{"parts":[{"text":"So"}]}}]}"#,
                #"{"candidates":[{"content":{},"finishReason":"MAX_TOKENS"}]}"#,
            ], [.text("So"), .finish(.length)]),
        WireSample(
            "filtered", [#"{"candidates":[{"content":{"parts":[{"text":"No."}]},"finishReason":"RECITATION"}]}"#],
            [.text("No."), .finish(.contentFilter)]),
        WireSample(
            "blocked question",
            [
                #"{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":9,"totalTokenCount":9}}"#
            ],
            [], failure: .invalidRequest),
        WireSample(
            "call that does not parse",
            [
                #"{"candidates":[{"content":{"parts":[{"text":"Half"}]}}]}"#,
                #"{"candidates":[{"finishReason":"MALFORMED_FUNCTION_CALL","finishMessage":"print(find())"}]}"#,
            ], [.text("Half")], failure: .malformed),
        WireSample(
            "error in the middle",
            [
                #"{"candidates":[{"content":{"parts":[{"text":"Half"}]}}]}"#,
                #"{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}"#,
            ], [.text("Half")], failure: .server),
    ]
}
