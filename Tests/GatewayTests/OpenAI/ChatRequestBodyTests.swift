import Domain
import Testing

@testable import Gateway

struct ChatRequestBodyTests {
    private let call = ToolCall(id: "c1", name: "find", arguments: #"{"q":"x"}"#)

    @Test func `a plain request holds no more than it needs`() {
        let body = ChatRequestBody(.greeting, dialect: .compatible).value
        #expect(
            body == [
                "model": "fake-large",
                "messages": [["role": "system", "content": "Be kind."], ["role": "user", "content": "Hello"]],
                "stream": true,
                "stream_options": ["include_usage": true],
            ])
    }

    @Test func `a conversation with tools is told in full`() throws {
        let request = ModelRequest(
            model: "m", system: "",
            messages: [
                .user("Find x"), .assistant(text: "", toolCalls: [call]),
                .toolResult(callID: "c1", name: "find", content: "[]", isError: false),
                .assistant(text: "Again", toolCalls: [call]),
                .toolResult(callID: "c1", name: "find", content: "No such thing", isError: true),
                .assistant(text: "Nothing", toolCalls: []),
            ],
            tools: [ToolSpecification(name: "find", description: "Finds.", parameters: ["type": "object"])])
        let body = ChatRequestBody(request, dialect: .compatible).value
        let sent: JSONValue = [
            "id": "c1", "type": "function", "function": ["name": "find", "arguments": #"{"q":"x"}"#],
        ]
        #expect(
            body["messages"] == [
                ["role": "user", "content": "Find x"],
                ["role": "assistant", "content": nil, "tool_calls": [sent]],
                ["role": "tool", "tool_call_id": "c1", "content": "[]"],
                ["role": "assistant", "content": "Again", "tool_calls": [sent]],
                ["role": "tool", "tool_call_id": "c1", "content": "Error: No such thing"],
                ["role": "assistant", "content": "Nothing"],
            ])
        #expect(
            body["tools"] == [
                ["type": "function", "function": ["name": "find", "description": "Finds.", "parameters": ["type": "object"]]]
            ])
    }

    @Test(arguments: ["", "{", "[1]", #"{"a":1} "x""#, "null"])
    func `arguments that are no object are not sent back`(arguments: String) {
        let request = ModelRequest(
            model: "m", system: "",
            messages: [.assistant(text: "", toolCalls: [ToolCall(id: "c", name: "n", arguments: arguments)])])
        let sent = ChatRequestBody(request, dialect: .compatible).value["messages"]?[0]?["tool_calls"]?[0]
        #expect(sent?["function"]?["arguments"] == "{}")
    }

    @Test func `limit and temperature go by the names the maker has for them`() {
        var request = ModelRequest.greeting
        request.maxOutputTokens = 100
        request.temperature = 0.5
        let compatible = ChatRequestBody(request, dialect: .compatible).value
        #expect(compatible["max_tokens"] == 100)
        #expect(compatible["temperature"] == .number(0.5))
        request.model = "gpt-5-mini"
        let reasoning = ChatRequestBody(request, dialect: .openAI).value
        #expect(reasoning["max_completion_tokens"] == 100)
        #expect(reasoning["max_tokens"] == nil)
        #expect(reasoning["temperature"] == nil)
        request.model = "gpt-4o-mini"
        #expect(ChatRequestBody(request, dialect: .openAI).value["temperature"] == .number(0.5))
    }
}
