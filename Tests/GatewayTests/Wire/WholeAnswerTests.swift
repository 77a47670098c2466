import Domain
import Testing

@testable import Gateway

/// Answers that are not streamed although that was asked for, as some gateways give them.
struct WholeAnswerTests {
    private static let answers: [(wire: Wire, body: String)] = [
        (
            .responses,
            #"{"id":"resp_1","object":"response","status":"completed","error":null,"output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"Hm."}]},{"type":"message","content":[{"type":"output_text","text":"I look."}]},{"type":"function_call","call_id":"a","name":"find","arguments":"{\"q\":1}"}],"usage":{"input_tokens":9,"output_tokens":8}}"#
        ),
        (
            .messages,
            #"{"id":"msg_1","type":"message","role":"assistant","content":[{"type":"thinking","thinking":"Hm."},{"type":"text","text":"I look."},{"type":"tool_use","id":"a","name":"find","input":{"q":1}}],"stop_reason":"tool_use","usage":{"input_tokens":9,"output_tokens":8}}"#
        ),
        (
            .gemini,
            #"{"candidates":[{"content":{"parts":[{"text":"Hm.","thought":true},{"text":"I look."},{"functionCall":{"id":"a","name":"find","args":{"q":1}}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":8}}"#
        ),
        (
            .gemini,
            #"[{"candidates":[{"content":{"parts":[{"text":"Hm.","thought":true},{"text":"I look."}]}}]},{"candidates":[{"content":{"parts":[{"functionCall":{"id":"a","name":"find","args":{"q":1}}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":8}}]"#
        ),
        (
            .ollama,
            #"{"message":{"role":"assistant","thinking":"Hm.","content":"I look.","tool_calls":[{"id":"a","function":{"name":"find","arguments":{"q":1}}}]},"done":true,"done_reason":"stop","prompt_eval_count":9,"eval_count":8}"#
        ),
    ]

    @Test(arguments: answers.indices, ["application/json", "text/event-stream"])
    func `an answer in one piece is read like a stream`(place: Int, contentType: String) {
        let (wire, body) = Self.answers[place]
        for size in [1, 7, 100_000] {
            let outcome = wire.decode(Array(body.utf8), every: size, contentType: contentType)
            #expect(outcome.failure == nil)
            #expect(outcome.events.thoughts == "Hm.")
            #expect(outcome.events.text == "I look.")
            #expect(outcome.events.toolCalls == [ToolCall(id: "a", name: "find", arguments: #"{"q":1}"#)])
            #expect(outcome.events.usage == TokenUsage(prompt: 9, completion: 8))
            #expect(outcome.events.finish == .toolCalls)
        }
    }

    @Test(arguments: Wire.allCases, ["", "{", "[]", "{}", "7", #"{"content":7}"#])
    func `anything else in one piece is malformed`(wire: Wire, body: String) {
        #expect(wire.decode(Array(body.utf8), contentType: "application/json").failure?.class == .malformed)
    }

    @Test(arguments: Wire.allCases)
    func `an error in one piece is the call's error`(wire: Wire) {
        let body = Array(#"{"error":{"message":"because","type":"authentication_error"}}"#.utf8)
        let outcome = wire.decode(body, contentType: "application/json")
        #expect(outcome.failure?.class == .unauthorized)
        #expect(outcome.failure?.message == "The provider failed: because")
    }
}
