import Domain

extension WireSample {
    /// How a message begins that reads nine tokens.
    private static let start =
        #"{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"claude-x","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":9,"output_tokens":1}}}"#
    private static let block = #"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#
    private static let begun = ModelEvent.usage(TokenUsage(prompt: 9, completion: 1))

    static let messages = [
        WireSample(
            "thought and text",
            [
                #"{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"claude-x","stop_reason":null,"usage":{"input_tokens":30,"cache_creation_input_tokens":6,"cache_read_input_tokens":64,"output_tokens":1}}}"#,
                #"{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}"#,
                #"{"type":"ping"}"#,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm, Ærø."}}"#,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"EqQBCgIYAhIM"}}"#,
                #"{"type":"content_block_stop","index":0}"#,
                #"{"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"EmwKAhgB"}}"#,
                #"{"type":"content_block_stop","index":1}"#,
                #"{"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}"#,
                #"{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"Grüße \u00e0 \ud83d\ude00"}}"#,
                #"{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":" 👋🏽"}}"#,
                #"{"type":"content_block_stop","index":2}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":7}}"#,
                #"{"type":"message_stop"}"#,
            ],
            [
                .usage(TokenUsage(prompt: 100, completion: 1, cacheRead: 64, cacheWrite: 6)), .thought("Hm, Ærø."), .progress,
                .text("Grüße à 😀"), .text(" 👋🏽"),
                .usage(TokenUsage(prompt: 100, completion: 7, cacheRead: 64, cacheWrite: 6)), .finish(.stop),
            ]),
        WireSample(
            "parallel tools",
            [
                start,
                #"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":"I look."}}"#,
                #"{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_a","name":"find","input":{}}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":""}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"q\":\"a\\"}}"#,
                #"{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_b","name":"list","input":{}}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"\"b\"}"}}"#,
                #"{"type":"content_block_stop","index":1}"#,
                #"{"type":"content_block_stop","index":2}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":8}}"#,
                #"{"type":"message_stop"}"#,
            ],
            [
                begun, .text("I look."), .progress, .progress, .progress, .progress,
                .progress,
                .usage(TokenUsage(prompt: 9, completion: 8)),
                .toolCall(ToolCall(id: "toolu_a", name: "find", arguments: #"{"q":"a\"b"}"#)),
                .toolCall(ToolCall(id: "toolu_b", name: "list", arguments: "{}")), .finish(.toolCalls),
            ]),
        WireSample(
            "limit in a call",
            [
                start, block,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"So"}}"#,
                #"{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_a","name":"find","input":{}}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"q\""}}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"max_tokens","stop_sequence":null},"usage":{"output_tokens":1}}"#,
                #"{"type":"message_stop"}"#,
            ], [begun, .text("So"), .progress, .progress, .finish(.length)]),
        WireSample(
            "refused",
            [
                start, block,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"No."}}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"refusal","stop_sequence":null},"usage":{"output_tokens":1}}"#,
                #"{"type":"message_stop"}"#,
            ], [begun, .text("No."), .finish(.contentFilter)]),
        WireSample(
            "a tool of the provider's own",
            [
                start,
                #"{"type":"content_block_start","index":0,"content_block":{"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{}}}"#,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"query\":1}"}}"#,
                #"{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}"#,
                #"{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Later."}}"#,
                #"{"type":"message_delta","delta":{"stop_reason":"pause_turn","stop_sequence":null},"usage":{"output_tokens":1}}"#,
                #"{"type":"message_stop"}"#,
            ], [begun, .text("Later."), .finish(.stop)]),
        WireSample(
            "error in the middle",
            [
                start, block,
                #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Half"}}"#,
                #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#,
            ], [begun, .text("Half")], failure: .server),
    ]
}
