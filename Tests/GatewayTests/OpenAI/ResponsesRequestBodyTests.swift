import Domain
import Testing

@testable import Gateway

struct ResponsesRequestBodyTests {
    @Test func `a plain request holds no more than it needs`() {
        #expect(
            ResponsesRequestBody(.greeting, dialect: .openAI).value == [
                "model": "fake-large", "stream": true, "store": false, "instructions": "Be kind.",
                "input": [["role": "user", "content": "Hello"]],
            ])
    }

    @Test func `a conversation is told in full`() {
        let body = ResponsesRequestBody(.conversation, dialect: .openAI).value
        #expect(body["max_output_tokens"] == 100)
        #expect(body["temperature"] == .number(0.5))
        #expect(
            body["tools"]?[1] == [
                "type": "function", "name": "list", "description": "Lists.", "strict": false,
                "parameters": ["type": "object", "properties": [:]],
            ])
        #expect(
            body["input"] == [
                ["role": "user", "content": "Look at this."],
                ["role": "user", "content": [["type": "input_image", "image_url": "data:image/png;base64,iVBORw0="]]],
                ["role": "assistant", "content": "I look."],
                ["type": "function_call", "call_id": "call:a", "name": "find", "arguments": #"{"q":"x"}"#],
                ["type": "function_call", "call_id": "call_0_1", "name": "list", "arguments": "{}"],
                ["type": "function_call_output", "call_id": "call_0_1", "output": "Error: No such thing"],
                ["type": "function_call_output", "call_id": "call:a", "output": "[1]"],
                ["role": "user", "content": "And?"], ["role": "assistant", "content": "One."],
                ["role": "user", "content": "Thanks."],
            ])
    }

    @Test func `chat completions carry pictures too`() {
        let body = ChatRequestBody(.conversation, dialect: .compatible).value
        #expect(
            body["messages"]?[2] == [
                "role": "user",
                "content": [["type": "image_url", "image_url": ["url": "data:image/png;base64,iVBORw0="]]],
            ])
    }

    @Test(arguments: [
        ("gpt-4o-mini", OpenAIFormat.API.chat), ("gpt-5", .chat), ("o3", .chat), ("o1-pro", .responses),
        ("o3-pro-2025-06-10", .responses), ("gpt-5-pro", .responses), ("gpt-5.2-pro", .responses), ("gpt-5-codex", .responses),
        ("gpt-5.1-codex-mini", .responses), ("codex-mini-latest", .responses), ("o3-deep-research", .responses),
        ("computer-use-preview", .responses), ("prometheus", .chat),
    ])
    func `a model that only Responses serves is asked there`(model: String, api: OpenAIFormat.API) {
        let call = OpenAIFormat(dialect: .openAI).call(for: ModelRequest.greeting.with(model: model), quote: Quotation())
        #expect(call.path == (api == .chat ? "chat/completions" : "responses"))
        let elsewhere = OpenAIFormat(dialect: .compatible).call(for: ModelRequest.greeting.with(model: model), quote: Quotation())
        #expect(elsewhere.path == "chat/completions")
    }

    @Test func `a row may say which is spoken`() {
        let call = OpenAIFormat(dialect: .compatible, api: .responses).call(for: .greeting, quote: Quotation())
        #expect(call.path == "responses")
        let chat = OpenAIFormat(dialect: .openAI, api: .chat).call(
            for: ModelRequest.greeting.with(model: "o3-pro"), quote: Quotation())
        #expect(chat.path == "chat/completions")
    }
}
