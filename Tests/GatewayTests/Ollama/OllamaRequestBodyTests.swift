import Domain
import Testing

@testable import Gateway

struct OllamaRequestBodyTests {
    @Test func `a plain request holds no more than it needs`() {
        #expect(
            OllamaRequestBody(.greeting).value == [
                "model": "fake-large", "stream": true,
                "messages": [["role": "system", "content": "Be kind."], ["role": "user", "content": "Hello"]],
            ])
    }

    @Test func `a conversation is told in full`() {
        let calls: JSONValue = [
            ["function": ["name": "find", "arguments": ["q": "x"]]], ["function": ["name": "list", "arguments": [:]]],
        ]
        let body = OllamaRequestBody(.conversation, window: 12_288, thinks: false).value
        #expect(body["options"] == ["num_ctx": 12_288, "num_predict": 100, "temperature": .number(0.5)])
        #expect(body["think"] == false)
        #expect(body["tools"]?[0]?["function"]?["parameters"] == ModelRequest.conversation.tools[0].parameters)
        #expect(
            body["messages"] == [
                ["role": "system", "content": "Be kind."], ["role": "user", "content": "Look at this."],
                ["role": "user", "content": "", "images": ["iVBORw0="]],
                ["role": "assistant", "content": "I look.", "tool_calls": calls],
                ["role": "tool", "tool_name": "list", "content": "Error: No such thing"],
                ["role": "tool", "tool_name": "find", "content": "[1]"], ["role": "user", "content": "And?"],
                ["role": "assistant", "content": "One."], ["role": "user", "content": "Thanks."],
            ])
    }
}
