import Domain
import FoundationEssentials
import Testing

/// Messages and calls as they stand in databases.
struct StoredModelMessageTests {
    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test(arguments: [
        (ModelMessage.user("Hi"), #"{"user":{"_0":"Hi"}}"#),
        (
            .assistant(text: "", toolCalls: [ToolCall(id: "a", name: "f", arguments: "{}")]),
            #"{"assistant":{"text":"","toolCalls":[{"arguments":"{}","id":"a","name":"f"}]}}"#
        ),
        (
            .assistant(text: "", toolCalls: [ToolCall(id: "a", name: "f", arguments: "{}", signature: "s")]),
            #"{"assistant":{"text":"","toolCalls":[{"arguments":"{}","id":"a","name":"f","signature":"s"}]}}"#
        ),
        (
            .toolResult(callID: "a", name: "f", content: "ok", isError: false),
            #"{"toolResult":{"callID":"a","content":"ok","isError":false,"name":"f"}}"#
        ),
        (
            .image(ModelImage(mediaType: "image/png", base64: "aaa=")),
            #"{"image":{"_0":{"base64":"aaa=","mediaType":"image/png"}}}"#
        ),
    ])
    func `a message is stored as it always was`(message: ModelMessage, stored: String) throws {
        #expect(try text(message) == stored)
        #expect(try JSONDecoder().decode(ModelMessage.self, from: Data(stored.utf8)) == message)
    }
}
