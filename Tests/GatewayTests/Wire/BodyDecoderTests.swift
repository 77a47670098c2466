import Domain
import TestSupport
import Testing

@testable import Gateway

/// Whole bodies, cut in every way.
struct BodyDecoderTests {
    typealias Script = FakeModelServer.Script

    private static let calls = [
        ToolCall(id: "call_a", name: "find", arguments: #"{"q":"ä\u00e4","n":3}"#),
        ToolCall(id: "call_b", name: "list", arguments: "{}"),
    ]
    private static let talk = Script.text(
        "Guten Tag, Ærøskøbing \u{1F44B}!", usage: TokenUsage(prompt: 7, completion: 3, cacheRead: 2))
    private static let work = Script.toolCalls(calls, text: "I look.")

    private func decode(_ script: Script, every size: Int) throws -> [ModelEvent] {
        var decoder = try BodyDecoder(contentType: script.headers["Content-Type"])
        var events: [ModelEvent] = []
        for start in stride(from: 0, to: script.body.count, by: size) {
            try decoder.feed(Array(script.body[start..<min(start + size, script.body.count)]), into: &events)
        }
        return try events + decoder.end()
    }

    @Test(arguments: 1...talk.body.count)
    func `a text is the same however the bytes are cut`(size: Int) throws {
        let events = try decode(Self.talk, every: size)
        #expect(events.text == "Guten Tag, Ærøskøbing \u{1F44B}!")
        #expect(events.usage == TokenUsage(prompt: 7, completion: 3, cacheRead: 2))
        #expect(events.finish == .stop)
    }

    @Test(arguments: 1...work.body.count)
    func `tool calls are the same however the bytes are cut`(size: Int) throws {
        let events = try decode(Self.work, every: size)
        #expect(events.text == "I look.")
        #expect(events.toolCalls == Self.calls)
        #expect(events.finish == .toolCalls)
    }

    @Test(arguments: [1, 2, 7, 100_000])
    func `an answer in one piece is read like a stream`(size: Int) throws {
        let events = try decode(.whole("I look.", toolCalls: Self.calls), every: size)
        #expect(events.text == "I look.")
        #expect(events.toolCalls == Self.calls)
        #expect(events.usage == Script.usualUsage)
        #expect(events.finish == .toolCalls)
    }

    @Test(
        arguments: ["", "\n\n ", "\u{FEFF}", "\u{FEFF}\r\n"], [1, 2, 3, 7, 100_000])
    func `an answer in one piece may be announced as a stream`(beginning: String, size: Int) throws {
        var script = Script.whole("I look.", toolCalls: Self.calls)
        script.headers["Content-Type"] = "text/event-stream"
        script.body = Array(beginning.utf8) + script.body
        let events = try decode(script, every: size)
        #expect(events.text == "I look.")
        #expect(events.toolCalls == Self.calls)
        #expect(events.usage == Script.usualUsage)
        #expect(events.finish == .toolCalls)
    }

    @Test func `a stream may begin with blank lines and a byte order mark`() throws {
        var script = Self.work
        script.body = Array("\u{FEFF}".utf8) + [UInt8](repeating: 0x0A, count: 1000) + script.body
        #expect(try decode(script, every: 3).toolCalls == Self.calls)
    }

    @Test(arguments: 0..<work.body.count)
    func `a body that ends too early gives no tool call`(length: Int) throws {
        var script = Self.work
        script.body = Array(script.body.prefix(length))
        let isWhole = String(decoding: script.body, as: UTF8.self).contains(#""finish_reason":"tool_calls""#)
        do {
            let events = try decode(script, every: 64)
            #expect(isWhole)
            #expect(events.toolCalls == Self.calls)
        } catch let error as ModelError {
            #expect([.brokenStream, .malformed].contains(error.class))
        }
    }

    @Test func `a connection lost after the finish reason loses nothing`() throws {
        let script = Script.events([Script.delta(["content": "Hi"]), Script.finish("stop")], end: "")
        var decoder = try BodyDecoder(contentType: "text/event-stream; charset=utf-8")
        let lost = ModelError(.brokenStream, "lost")
        var events: [ModelEvent] = []
        try decoder.feed(script.body, into: &events)
        events += try decoder.end(lostBy: lost)
        #expect(events == [.text("Hi"), .finish(.stop)])
        var early = try BodyDecoder(contentType: nil)
        try early.feed(Script.stalled(after: "Hi").body, into: &events)
        #expect(throws: lost) { try early.end(lostBy: lost) }
    }

    @Test func `a last event that is cut off does not spoil a whole answer`() throws {
        let script = Script.events([Script.delta(["content": "Hi"]), Script.finish("stop")], end: #"data: {"usage":{"prom"#)
        #expect(try decode(script, every: 50) == [.text("Hi"), .finish(.stop)])
    }

    @Test func `comments are no progress and reasoning is`() throws {
        var decoder = try BodyDecoder(contentType: "text/event-stream")
        var events: [ModelEvent] = []
        try decoder.feed(Array(": PROCESSING\n\n".utf8), into: &events)
        #expect(decoder.eventCount == 0)
        try decoder.feed(Script.events([Script.delta(["reasoning_content": "Hm"])], end: "").body, into: &events)
        #expect(decoder.eventCount == 1)
        #expect(events == [.thought("Hm")])
    }

    @Test func `what came before a failure is kept`() throws {
        var decoder = try BodyDecoder(contentType: "text/event-stream")
        var events: [ModelEvent] = []
        #expect(throws: ModelError.self) { try decoder.feed(Script.failing(after: "Hi", message: "x").body, into: &events) }
        #expect(events == [.text("Hi")])
        let long = Script.stalled(after: " you").body + [UInt8](repeating: 0x78, count: 5 << 20)
        decoder = try BodyDecoder(contentType: "text/event-stream")
        #expect(throws: ModelError.self) { try decoder.feed(long, into: &events) }
        #expect(events.text == "Hi you")
    }

    @Test func `a web page is no answer`() {
        let error = #expect(throws: ModelError.self) { try BodyDecoder(contentType: "text/html; charset=utf-8") }
        #expect(error?.class == .malformed)
    }

    @Test(arguments: ["", "hello\nworld\n", "<html>", "\u{0}\u{1}", "[1,2]\n\n"])
    func `a body without events is malformed`(text: String) {
        let error = #expect(throws: ModelError.self) { try decode(.raw(text), every: 3) }
        #expect(error?.class == .malformed)
    }

    @Test(arguments: ["", "{", "[]", "{}", #"{"choices":[]}"#, #"{"choices":[{"message":{"content":null}}]}"#])
    func `an answer in one piece without a message is malformed`(text: String) {
        let error = #expect(throws: ModelError.self) { try decode(.raw(text, contentType: "application/json"), every: 3) }
        #expect(error?.class == .malformed)
    }
}
