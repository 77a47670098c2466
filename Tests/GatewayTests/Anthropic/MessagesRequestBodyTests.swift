import Domain
import Testing

@testable import Gateway

struct MessagesRequestBodyTests {
    @Test func `a plain request holds no more than it needs`() {
        #expect(
            MessagesRequestBody(.greeting).value == [
                "model": "fake-large", "max_tokens": 8192, "stream": true,
                "system": [["type": "text", "text": "Be kind.", "cache_control": ["type": "ephemeral"]]],
                "messages": [["role": "user", "content": [["type": "text", "text": "Hello"]]]],
            ])
    }

    @Test func `a conversation is told in full, with its stable parts marked`() {
        let mark: JSONValue = ["type": "ephemeral"]
        let calls: JSONValue = [
            ["type": "text", "text": "I look."],
            ["type": "tool_use", "id": "call_a", "name": "find", "input": ["q": "x"]],
            ["type": "tool_use", "id": "call_0_1", "name": "list", "input": [:]],
        ]
        let answers: JSONValue = [
            ["type": "tool_result", "tool_use_id": "call_0_1", "content": "No such thing", "is_error": true],
            ["type": "tool_result", "tool_use_id": "call_a", "content": "[1]"],
            ["type": "text", "text": "And?"],
        ]
        let picture: JSONValue = [
            "type": "image", "source": ["type": "base64", "media_type": "image/png", "data": "iVBORw0="],
        ]
        let find: JSONValue = [
            "type": "object", "properties": ["q": ["type": "string"]], "required": ["q"], "additionalProperties": false,
        ]
        let list: JSONValue = ["type": "object", "properties": [:]]
        #expect(
            MessagesRequestBody(.conversation).value == [
                "model": "model-1", "max_tokens": 100, "stream": true, "temperature": .number(0.5),
                "system": [["type": "text", "text": "Be kind.", "cache_control": mark]],
                "tools": [
                    ["name": "find", "description": "Finds.", "input_schema": find],
                    ["name": "list", "description": "Lists.", "input_schema": list, "cache_control": mark],
                ],
                "messages": [
                    ["role": "user", "content": [["type": "text", "text": "Look at this."], picture]],
                    ["role": "assistant", "content": calls], ["role": "user", "content": answers],
                    ["role": "assistant", "content": [["type": "text", "text": "One."]]],
                    ["role": "user", "content": [["type": "text", "text": "Thanks.", "cache_control": mark]]],
                ],
            ])
    }

    @Test func `marks can be left out`() {
        let text = MessagesRequestBody(.conversation, cachesPrompts: false).value.description
        #expect(!text.contains("cache_control"))
    }

    @Test(arguments: [
        ("claude-haiku-4-5", true), ("claude-haiku-4-5-20251001", true), ("claude-3-5-haiku-latest", true),
        ("claude-sonnet-4-20250514", true), ("claude-opus-4-6", true), ("claude-opus-4-7", false), ("claude-opus-5-5", false),
        ("claude-sonnet-5", false), ("qwen3", true),
    ])
    func `only models that take a temperature get one`(model: String, takes: Bool) {
        let body = MessagesRequestBody(ModelRequest.conversation.with(model: model)).value
        #expect((body["temperature"] != nil) == takes)
    }

    @Test(arguments: [
        ("claude-3-haiku-20240307", 4096), ("claude-3-5-haiku-latest", 4096), ("claude-haiku-4-5", 8192), ("qwen3", 8192),
    ])
    func `an answer without a limit gets one, which the format wants`(model: String, limit: Int64) {
        #expect(MessagesRequestBody(ModelRequest.greeting.with(model: model)).value["max_tokens"] == .integer(limit))
    }

    @Test func `a temperature above the format's scale is its highest`() {
        var request = ModelRequest.greeting
        request.temperature = 1.7
        #expect(MessagesRequestBody(request).value["temperature"] == .number(1))
    }

    @Test func `nothing blank is sent, which the format refuses`() {
        let request = ModelRequest(
            model: "m", system: " ",
            messages: [
                .user("\n"), .user("Hi"), .assistant(text: " ", toolCalls: []),
                .assistant(text: "", toolCalls: [ToolCall(id: "a", name: "f", arguments: "{}")]),
                .toolResult(callID: "a", name: "f", content: "", isError: false),
            ])
        let body = MessagesRequestBody(request).value
        #expect(body["system"] == nil)
        #expect(
            body["messages"] == [
                ["role": "user", "content": [["type": "text", "text": "Hi"]]],
                ["role": "assistant", "content": [["type": "tool_use", "id": "a", "name": "f", "input": [:]]]],
                ["role": "user", "content": [["type": "tool_result", "tool_use_id": "a"]]],
            ])
    }
}
