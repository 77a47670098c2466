import Domain

extension WireSample {
    static let responses = [
        WireSample(
            "thought and text",
            [
                #"{"type":"response.created","sequence_number":0,"response":{"id":"resp_1","status":"in_progress","error":null,"output":[],"usage":null}}"#,
                #"{"type":"response.in_progress","sequence_number":1,"response":{"id":"resp_1","status":"in_progress","error":null}}"#,
                #"{"type":"response.output_item.added","output_index":0,"item":{"id":"rs_1","type":"reasoning","summary":[]}}"#,
                #"{"type":"response.reasoning_summary_text.delta","item_id":"rs_1","output_index":0,"summary_index":0,"delta":"Hm, Ærø."}"#,
                #"{"type":"response.output_item.done","output_index":0,"item":{"id":"rs_1","type":"reasoning","summary":[{"type":"summary_text","text":"Hm, Ærø."}]}}"#,
                #"{"type":"response.output_item.added","output_index":1,"item":{"id":"msg_1","type":"message","role":"assistant","content":[]}}"#,
                #"{"type":"response.content_part.added","output_index":1,"content_index":0,"part":{"type":"output_text","text":""}}"#,
                #"{"type":"response.output_text.delta","item_id":"msg_1","output_index":1,"content_index":0,"delta":"Grüße \u00e0 \ud83d\ude00"}"#,
                #"{"type":"response.output_text.delta","item_id":"msg_1","output_index":1,"content_index":0,"delta":" 👋🏽"}"#,
                #"{"type":"response.output_text.done","item_id":"msg_1","output_index":1,"content_index":0,"text":"Grüße à 😀 👋🏽"}"#,
                #"{"type":"response.completed","response":{"id":"resp_1","status":"completed","error":null,"output":[{"type":"message","content":[{"type":"output_text","text":"Grüße à 😀 👋🏽"}]}],"usage":{"input_tokens":100,"input_tokens_details":{"cached_tokens":64},"output_tokens":7,"output_tokens_details":{"reasoning_tokens":3},"total_tokens":107}}}"#,
            ],
            [
                .thought("Hm, Ærø."), .text("Grüße à 😀"), .text(" 👋🏽"),
                .usage(TokenUsage(prompt: 100, completion: 7, cacheRead: 64)), .finish(.stop),
            ]),
        WireSample(
            "parallel tools",
            [
                #"{"type":"response.created","response":{"id":"resp_1","status":"in_progress"}}"#,
                #"{"type":"response.output_item.added","output_index":0,"item":{"id":"fc_1","type":"function_call","call_id":"call_a","name":"find","arguments":""}}"#,
                #"{"type":"response.output_item.added","output_index":1,"item":{"id":"fc_2","type":"function_call","call_id":"call_b","name":"list","arguments":""}}"#,
                #"{"type":"response.function_call_arguments.delta","item_id":"fc_1","output_index":0,"delta":"{\"q\":\"a\\"}"#,
                #"{"type":"response.function_call_arguments.delta","item_id":"fc_2","output_index":1,"delta":"{}"}"#,
                #"{"type":"response.function_call_arguments.delta","item_id":"fc_1","output_index":0,"delta":"\"b\"}"}"#,
                #"{"type":"response.function_call_arguments.done","item_id":"fc_1","output_index":0,"arguments":"{\"q\":\"a\\\"b\"}"}"#,
                #"{"type":"response.output_item.done","output_index":0,"item":{"id":"fc_1","type":"function_call","call_id":"call_a","name":"find","arguments":"{\"q\":\"a\\\"b\"}"}}"#,
                #"{"type":"response.completed","response":{"status":"completed","usage":{"input_tokens":9,"output_tokens":8}}}"#,
            ],
            [
                .progress, .progress, .progress, .progress, .progress, .progress, .progress,
                .usage(TokenUsage(prompt: 9, completion: 8)),
                .toolCall(ToolCall(id: "call_a", name: "find", arguments: #"{"q":"a\"b"}"#)),
                .toolCall(ToolCall(id: "call_b", name: "list", arguments: "{}")), .finish(.toolCalls),
            ]),
        WireSample(
            "limit in a call",
            [
                #"{"type":"response.output_text.delta","output_index":0,"delta":"So"}"#,
                #"{"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","call_id":"call_a","name":"find","arguments":""}}"#,
                #"{"type":"response.function_call_arguments.delta","output_index":1,"delta":"{\"q\""}"#,
                #"{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"usage":null}}"#,
            ], [.text("So"), .progress, .progress, .finish(.length)]),
        WireSample(
            "filtered",
            [
                #"{"type":"response.refusal.delta","output_index":0,"delta":"No."}"#,
                #"{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"content_filter"}}}"#,
            ], [.text("No."), .finish(.contentFilter)]),
        WireSample(
            "error in the middle",
            [
                #"{"type":"response.output_text.delta","output_index":0,"delta":"Half"}"#,
                #"{"type":"response.failed","response":{"status":"failed","error":{"code":"rate_limit_exceeded","message":"slow down"}}}"#,
            ], [.text("Half")], failure: .rateLimited),
        WireSample(
            "error event",
            [
                #"{"type":"response.output_text.delta","output_index":0,"delta":"Half"}"#,
                #"{"type":"error","code":"server_error","message":"oops","param":null,"sequence_number":4}"#,
            ], [.text("Half")], failure: .server),
    ]
}
