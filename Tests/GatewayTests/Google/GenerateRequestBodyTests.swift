import Domain
import Testing

@testable import Gateway

struct GenerateRequestBodyTests {
    @Test func `a plain request holds no more than it needs`() {
        #expect(
            GenerateRequestBody(.greeting).value == [
                "systemInstruction": ["parts": [["text": "Be kind."]]],
                "contents": [["role": "user", "parts": [["text": "Hello"]]]],
            ])
    }

    @Test func `a conversation is told in full`() {
        let calls: JSONValue = [
            ["text": "I look."],
            ["functionCall": ["id": "call:a", "name": "find", "args": ["q": "x"]], "thoughtSignature": "Cv8B"],
            ["functionCall": ["name": "list", "args": [:]]],
        ]
        let answers: JSONValue = [
            ["functionResponse": ["name": "list", "response": ["error": "No such thing"]]],
            ["functionResponse": ["id": "call:a", "name": "find", "response": ["output": "[1]"]]], ["text": "And?"],
        ]
        let picture: JSONValue = ["inlineData": ["mimeType": "image/png", "data": "iVBORw0="]]
        let find: JSONValue = ["type": "object", "properties": ["q": ["type": "string"]], "required": ["q"]]
        #expect(
            GenerateRequestBody(.conversation).value == [
                "systemInstruction": ["parts": [["text": "Be kind."]]],
                "tools": [
                    [
                        "functionDeclarations": [
                            ["name": "find", "description": "Finds.", "parameters": find],
                            ["name": "list", "description": "Lists."],
                        ]
                    ]
                ],
                "generationConfig": ["maxOutputTokens": 100, "temperature": .number(0.5)],
                "contents": [
                    ["role": "user", "parts": [["text": "Look at this."], picture]], ["role": "model", "parts": calls],
                    ["role": "user", "parts": answers], ["role": "model", "parts": [["text": "One."]]],
                    ["role": "user", "parts": [["text": "Thanks."]]],
                ],
            ])
    }

    @Test(arguments: [("gemini-3-pro", true), ("models/gemini-3.1-flash", true), ("gemini-2.5-pro", false), ("gemma-3", false)])
    func `the first call that another model made carries the stand-in for a signature where one is wanted`(
        model: String, wants: Bool
    ) {
        let calls = ["a", "b"].map { ToolCall(id: $0, name: "f", arguments: "{}") }
        let request = ModelRequest(model: model, system: "", messages: [.user("Hi"), .assistant(text: "", toolCalls: calls)])
        let parts = GenerateRequestBody(request).value["contents"]?[1]?["parts"]
        #expect(parts?[0]?["thoughtSignature"] == (wants ? "skip_thought_signature_validator" : nil))
        #expect(parts?[1]?["thoughtSignature"] == nil)
    }

    @Test(arguments: [
        ("gemini-x", "models/gemini-x:streamGenerateContent?alt=sse"),
        ("models/gemini-x", "models/gemini-x:streamGenerateContent?alt=sse"),
        ("tunedModels/mine", "tunedModels/mine:streamGenerateContent?alt=sse"),
        ("a?key=b#c", "models/a%3Fkey%3Db%23c:streamGenerateContent?alt=sse"),
    ])
    func `a model's name stands in the path`(model: String, path: String) {
        #expect(GoogleFormat().call(for: ModelRequest.greeting.with(model: model), quote: Quotation()).path == path)
    }
}
