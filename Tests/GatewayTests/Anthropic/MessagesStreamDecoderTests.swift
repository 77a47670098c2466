import Domain
import Testing

@testable import Gateway

struct MessagesStreamDecoderTests {
    private func decode(_ frames: String...) -> WireOutcome { Wire.messages.decode(Wire.messages.body(frames)) }

    private let hello = #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}"#
    private let stop = #"{"type":"message_stop"}"#

    private func ended(by reason: String) -> String {
        #"{"type":"message_delta","delta":{"stop_reason":"\#(reason)"},"usage":{"output_tokens":3}}"#
    }

    @Test(arguments: [
        ("end_turn", FinishReason.stop), ("stop_sequence", .stop), ("pause_turn", .stop), ("tool_use", .stop),
        ("max_tokens", .length), ("model_context_window_exceeded", .length), ("refusal", .contentFilter), ("other", .stop),
    ])
    func `a reason to stop is translated`(word: String, reason: FinishReason) {
        #expect(decode(hello, ended(by: word), stop).events.finish == reason)
        #expect(decode(hello, ended(by: word)).events.finish == reason, "the last event is not waited for")
    }

    @Test(arguments: [
        ("overloaded_error", ModelError.Class.server), ("rate_limit_error", .rateLimited), ("api_error", .server),
        ("authentication_error", .unauthorized), ("permission_error", .unauthorized), ("invalid_request_error", .invalidRequest),
        ("not_found_error", .invalidRequest), ("request_too_large", .invalidRequest), ("timeout_error", .timeout),
        ("billing_error", .quota), ("hologram_error", .server),
    ])
    func `an error in the stream is of its class`(word: String, class: ModelError.Class) {
        let outcome = decode(hello, #"{"type":"error","error":{"type":"\#(word)","message":"because"}}"#)
        #expect(outcome.events == [.text("Hello")])
        #expect(outcome.failure?.class == `class`)
        #expect(outcome.failure?.message == "The provider failed: because")
    }

    @Test func `a ping keeps nobody waiting longer`() throws {
        var decoder = try Wire.messages.decoder()
        var events: [ModelEvent] = []
        try decoder.feed(Wire.messages.body([#"{"type":"ping"}"#, #"{"type":"ping"}"#]), into: &events)
        #expect(decoder.eventCount == 0)
        try decoder.feed(Wire.messages.body([hello]), into: &events)
        #expect(decoder.eventCount == 1)
    }

    @Test func `a call's input may stand where it begins`() {
        let start =
            #"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"a","name":"f","input":{"x":1}}}"#
        let call = ToolCall(id: "a", name: "f", arguments: #"{"x":1}"#)
        #expect(decode(start, ended(by: "tool_use"), stop).events.toolCalls == [call])
    }

    @Test func `a call that begins twice is one call`() {
        let start =
            #"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"a","name":"f","input":{}}}"#
        let input = #"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{}"}}"#
        let outcome = decode(start, start, input, ended(by: "tool_use"), stop)
        #expect(outcome.events.toolCalls == [ToolCall(id: "a", name: "f", arguments: "{}")])
    }

    @Test func `input of a call that never began is malformed`() {
        let input = #"{"type":"content_block_delta","index":4,"delta":{"type":"input_json_delta","partial_json":"{}"}}"#
        #expect(decode(input, ended(by: "tool_use"), stop).failure?.class == .malformed)
    }

    @Test func `the end of a message that never began is a break`() {
        #expect(decode(stop).failure?.class == .brokenStream)
        #expect(decode(hello, stop).events == [.text("Hello"), .finish(.stop)])
    }

    @Test func `later counts stand in place of earlier ones`() {
        let outcome = decode(
            #"{"type":"message_start","message":{"usage":{"input_tokens":5,"cache_read_input_tokens":20,"output_tokens":1}}}"#,
            hello,
            #"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":6,"cache_creation_input_tokens":4,"output_tokens":9}}"#,
            stop)
        #expect(outcome.events.usage == TokenUsage(prompt: 30, completion: 9, cacheRead: 20, cacheWrite: 4))
    }
}
