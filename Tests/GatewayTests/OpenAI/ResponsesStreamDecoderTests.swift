import Domain
import Testing

@testable import Gateway

struct ResponsesStreamDecoderTests {
    private func decode(_ frames: String...) -> WireOutcome { Wire.responses.decode(Wire.responses.body(frames)) }

    private let hello = #"{"type":"response.output_text.delta","output_index":0,"delta":"Hello"}"#
    private let completed = #"{"type":"response.completed","response":{"status":"completed"}}"#
    private let call = ToolCall(id: "a", name: "f", arguments: "{}")

    @Test func `a response may repeat a long question`() {
        let question = String(repeating: "word ", count: 400_000)
        let created = #"{"type":"response.created","response":{"status":"in_progress","instructions":"\#(question)"}}"#
        #expect(decode(created, hello, completed) == WireOutcome(events: [.text("Hello"), .finish(.stop)], failure: nil))
    }

    @Test func `only the last event ends a response`() {
        #expect(decode(hello).failure?.class == .brokenStream)
        #expect(decode(hello, #"{"type":"response.output_text.done","text":"Hello"}"#).failure?.class == .brokenStream)
    }

    @Test func `what no event told before is read from the last one`() {
        let outcome = decode(
            #"{"type":"response.completed","response":{"status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Hello"}]},{"type":"function_call","call_id":"a","name":"f","arguments":"{}"}]}}"#
        )
        #expect(outcome.events.text == "Hello")
        #expect(outcome.events.toolCalls == [call])
    }

    @Test func `a call may come whole`() {
        let item = #"{"type":"function_call","call_id":"a","name":"f","arguments":"{}"}"#
        let done = #"{"type":"response.output_item.done","output_index":0,"item":\#(item)}"#
        #expect(decode(done, completed).events.toolCalls == [call])
        #expect(decode(done, done, completed).events.toolCalls == [call])
    }

    @Test func `arguments of a call that never began are malformed`() {
        let delta = #"{"type":"response.function_call_arguments.delta","output_index":3,"delta":"{}"}"#
        #expect(decode(delta, completed).failure?.class == .malformed)
    }

    @Test(arguments: [
        ("rate_limit_exceeded", ModelError.Class.rateLimited), ("server_error", .server), ("invalid_prompt", .invalidRequest),
        ("insufficient_quota", .quota), ("hologram", .server),
    ])
    func `a failure is of its class`(code: String, class: ModelError.Class) {
        let failed = #"{"type":"response.failed","response":{"status":"failed","error":{"code":"\#(code)","message":"because"}}}"#
        let event = #"{"type":"error","code":"\#(code)","message":"because","param":null}"#
        let nested = #"{"type":"error","error":{"type":"x","code":"\#(code)","message":"because"}}"#
        for frame in [failed, event, nested] {
            let outcome = decode(hello, frame)
            #expect(outcome.events == [.text("Hello")])
            #expect(outcome.failure?.class == `class`)
            #expect(outcome.failure?.message == "The provider failed: because")
        }
    }

    @Test func `signs of life keep nobody waiting longer`() throws {
        var decoder = try Wire.responses.decoder()
        var events: [ModelEvent] = []
        let frames = [#"{"type":"keepalive"}"#, #"{"type":"response.in_progress","response":{"status":"in_progress"}}"#]
        try decoder.feed(Wire.responses.body(frames), into: &events)
        #expect(decoder.eventCount == 0)
        try decoder.feed(Wire.responses.body([hello]), into: &events)
        #expect(decoder.eventCount == 1)
    }
}
