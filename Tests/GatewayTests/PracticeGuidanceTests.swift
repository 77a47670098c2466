import Domain
import TestSupport
import Testing

@testable import Gateway

/// What the practice model makes of words that are said to it while it works.
struct PracticeGuidanceTests {
    private func result(after words: [String]) async throws -> String {
        let situation = "# Situation\nCause: assignment\n\n## Ticket #1\nid: t1\ntitle: Write a guide\n"
        let file = #"{"file_id": "f1", "name": "guide.md"}"#
        let messages: [ModelMessage] =
            [
                .user(situation),
                .assistant(text: "", toolCalls: [ToolCall(id: "1", name: "write_document", arguments: "{}")]),
                .toolResult(callID: "1", name: "write_document", content: file, isError: false),
            ] + words.map { .user("Owner, while you work: \($0)") }
        let request = ModelRequest(
            model: "practice-instant", system: "You are Noor, Content Writer at Aurora.", messages: messages)
        var calls: [ToolCall] = []
        try await PracticeProvider(time: ManualTime(), pace: .zero).stream(request) { event in
            if case .toolCall(let call) = event { calls.append(call) }
        }
        let arguments = try JSONValue(parsing: Array((try #require(calls.first)).arguments.utf8))
        return arguments["result"]?.string ?? ""
    }

    @Test func `it says that it has heard them when it hands in its work`() async throws {
        #expect(try await result(after: []) == "The document covers what the ticket asks for: guide.md.")
        let heard = try await result(after: ["Make it short.", "And friendly."])
        #expect(heard.hasSuffix("I have read what was said meanwhile: “And friendly.”."))
    }
}
