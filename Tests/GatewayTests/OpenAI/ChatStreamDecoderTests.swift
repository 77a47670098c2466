import Domain
import TestSupport
import Testing

@testable import Gateway

struct ChatStreamDecoderTests {
    typealias Script = FakeModelServer.Script

    /// What a stream of `chunks` and, unless told otherwise, the end mark comes to.
    private func decode(_ chunks: JSONValue..., done: Bool = true) throws -> [ModelEvent] {
        var decoder = ChatStreamDecoder()
        var events: [ModelEvent] = []
        for chunk in chunks { events += try decoder.decode(Array(chunk.description.utf8)) }
        if done { events += try decoder.decode(Array(" [DONE] ".utf8)) }
        return try events + decoder.end()
    }

    private let hello = Script.delta(["role": "assistant", "content": "Hello"])

    @Test(arguments: [
        ("stop", FinishReason.stop), ("length", .length), ("content_filter", .contentFilter), ("eos", .stop),
        ("tool_calls", .stop),
    ])
    func `a finish reason is translated`(word: String, reason: FinishReason) throws {
        #expect(try decode(hello, Script.finish(word)) == [.text("Hello"), .finish(reason)])
    }

    @Test(arguments: ["stop", "tool_calls", "function_call"])
    func `an answer with tool calls ends for their sake`(word: String) throws {
        let call = Script.delta(["tool_calls": [["index": 0, "id": "a", "function": ["name": "f", "arguments": "{}"]]]])
        #expect(try decode(call, Script.finish(word)).finish == .toolCalls)
    }

    @Test func `the older form of a call is understood`() throws {
        let events = try decode(
            Script.delta(["function_call": ["name": "find", "arguments": #"{"q":"#]]),
            Script.delta(["function_call": ["arguments": "1}"]]), Script.finish("function_call"))
        let call = ToolCall(id: "call_0_0", name: "find", arguments: #"{"q":1}"#)
        #expect(events == [.progress, .progress, .toolCall(call), .finish(.toolCalls)])
    }

    @Test func `a limit leaves out the call that it cut`() throws {
        let whole: JSONValue = ["index": 0, "id": "a", "function": ["name": "f", "arguments": "{}"]]
        let cut: JSONValue = ["index": 1, "id": "b", "function": ["name": "f", "arguments": #"{"q":"#]]
        let bare: JSONValue = ["index": 2, "id": "c", "function": ["name": "f"]]
        let events = try decode(Script.delta(["tool_calls": [whole, cut, bare]]), Script.finish("length"))
        #expect(events == [.progress, .toolCall(ToolCall(id: "a", name: "f", arguments: "{}")), .finish(.length)])
    }

    @Test func `the end mark stands in for a finish reason when something came`() throws {
        #expect(try decode(hello) == [.text("Hello"), .finish(.stop)])
        let error = #expect(throws: ModelError.self) { try decode(Script.delta(["content": nil])) }
        #expect(error?.class == .brokenStream)
    }

    @Test func `a stream that just ends is broken`() {
        let error = #expect(throws: ModelError.self) { try decode(hello, done: false) }
        #expect(error?.class == .brokenStream)
    }

    @Test func `a finish reason stands in for the end mark`() throws {
        #expect(try decode(hello, Script.finish("stop"), done: false) == [.text("Hello"), .finish(.stop)])
    }

    @Test func `what comes after the end mark is ignored`() throws {
        var decoder = ChatStreamDecoder()
        _ = try decoder.decode(Array(hello.description.utf8))
        _ = try decoder.decode(Array("[DONE]".utf8))
        #expect(try decoder.decode(Array(hello.description.utf8)).isEmpty)
        #expect(try decoder.decode(Array("[DONE]".utf8)).isEmpty)
        #expect(try decoder.end().isEmpty)
    }

    @Test func `an empty answer is an answer`() throws { #expect(try decode(Script.finish("stop")) == [.finish(.stop)]) }

    @Test func `reasoning is kept apart, and other choices are left out`() throws {
        let other: JSONValue = [
            "choices": [["index": 1, "delta": ["content": "No"]], ["index": 0, "delta": ["content": "Yes"]]]
        ]
        let events = try decode(Script.delta(["reasoning_content": "Hm", "content": nil]), other, Script.finish("stop"))
        #expect(events == [.thought("Hm"), .text("Yes"), .finish(.stop)])
    }

    @Test func `a list of parts and a refusal are text`() throws {
        let events = try decode(
            Script.delta(["content": [["type": "text", "text": "A"], ["type": "thinking"], ["type": "text", "text": "B"]]]),
            Script.delta(["refusal": "C"]), Script.finish("stop"))
        #expect(events.text == "ABC")
    }

    @Test(
        arguments: [
            ["choices": [], "usage": ["prompt_tokens": 3, "completion_tokens": 4]],
            [
                "choices": [["index": 0, "delta": [:], "finish_reason": "stop"]],
                "usage": ["prompt_tokens": 3, "completion_tokens": 4],
            ],
            ["choices": [["index": 0, "delta": [:], "usage": ["prompt_tokens": 3, "completion_tokens": 4]]]],
            ["choices": [], "x_groq": ["usage": ["prompt_tokens": 3, "completion_tokens": 4]]],
        ] as [JSONValue])
    func `usage is found in every place`(chunk: JSONValue) throws {
        #expect(
            try decode(hello, Script.finish("stop"), chunk)
                == [.text("Hello"), .usage(TokenUsage(prompt: 3, completion: 4)), .finish(.stop)])
    }

    @Test func `usage that repeats itself is told once`() throws {
        let usage: JSONValue = ["choices": [], "usage": ["prompt_tokens": 3, "completion_tokens": 4]]
        #expect(try decode(hello, usage, usage).count == 3)
    }

    @Test(
        arguments: [
            (["error": "out of memory"], ModelError.Class.server, "out of memory"),
            (["error": ["message": "slow down", "code": 429]], .rateLimited, "slow down"),
            (["error": ["message": "busy", "type": "rate_limit_exceeded"]], .rateLimited, "busy"),
            (["error": ["message": "who?", "code": "invalid_api_key"]], .unauthorized, "who?"),
            (["error": ["message": "too long", "type": "invalid_request_error"]], .invalidRequest, "too long"),
            (["error": ["message": "odd", "type": "invalid_request_error", "code": "tool_use_failed"]], .malformed, "odd"),
            (["error": ["message": "oops", "type": "server_error", "code": nil]], .server, "oops"),
            (["error": ["reason": 1]], .server, "reason"),
            (["choices": [["index": 0, "delta": [:], "finish_reason": "error"]]], .server, "gave up"),
        ] as [(JSONValue, ModelError.Class, String)])
    func `an error in the stream is the call's error`(chunk: JSONValue, class: ModelError.Class, words: String) {
        let error = #expect(throws: ModelError.self) { try decode(hello, chunk) }
        #expect(error?.class == `class`)
        #expect(error?.message.contains(words) == true)
    }

    @Test func `an error that is null is none`() throws {
        #expect(try decode(["choices": [["delta": ["content": "A"]]], "error": nil]).text == "A")
    }

    @Test(arguments: ["{", "hello", "[]", "1", "\"text\""])
    func `an event that is no JSON object is malformed`(text: String) {
        var decoder = ChatStreamDecoder()
        let error = #expect(throws: ModelError.self) { try decoder.decode(Array(text.utf8)) }
        #expect(error?.class == .malformed)
    }

    @Test func `numbers that JSON has not do not spoil an event`() throws {
        var decoder = ChatStreamDecoder()
        let data = #"{"choices":[{"delta":{"content":"NaN \" NaN"},"logprob":-Infinity}],"usage":{"prompt_tokens":NaN}}"#
        #expect(try decoder.decode(Array(data.utf8)) == [.text("NaN \" NaN")])
    }
}
