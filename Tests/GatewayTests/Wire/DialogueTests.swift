import Domain
import Testing

@testable import Gateway

struct DialogueTests {
    private let one = ToolCall(id: "a", name: "f", arguments: "{}")
    private let two = ToolCall(id: "b", name: "g", arguments: "{}")

    private func result(_ call: ToolCall, _ content: String, isError: Bool = false) -> Dialogue.Part {
        .result(Dialogue.ToolResult(callID: call.id, name: call.name, content: content, isError: isError))
    }

    private func answer(_ call: ToolCall) -> ModelMessage {
        .toolResult(callID: call.id, name: call.name, content: "ok", isError: false)
    }

    private func users(_ parts: Dialogue.Part...) -> Dialogue.Turn { Dialogue.Turn(isModels: false, parts: parts) }
    private func models(_ parts: Dialogue.Part...) -> Dialogue.Turn { Dialogue.Turn(isModels: true, parts: parts) }

    @Test func `what one side says in several messages is one turn`() {
        let dialogue = Dialogue([
            .user("A"), .user("B"), .assistant(text: "C", toolCalls: []), .assistant(text: "D", toolCalls: []), .user("E"),
        ])
        #expect(dialogue.turns == [users(.text("A"), .text("B")), models(.text("C"), .text("D")), users(.text("E"))])
    }

    @Test func `answers come before words`() {
        let dialogue = Dialogue([.user("A"), .assistant(text: "", toolCalls: [one, two]), .user("B"), answer(two), answer(one)])
        #expect(
            dialogue.turns == [
                users(.text("A")), models(.call(one), .call(two)), users(result(two, "ok"), result(one, "ok"), .text("B")),
            ])
    }

    @Test func `a call that nobody answered is answered`() {
        let missing = "The call was not made."
        let dialogue = Dialogue([
            .user("A"), .assistant(text: "", toolCalls: [one, two]), answer(one), .assistant(text: "", toolCalls: [two]),
        ])
        #expect(
            dialogue.turns == [
                users(.text("A")), models(.call(one), .call(two)), users(result(one, "ok"), result(two, missing, isError: true)),
                models(.call(two)), users(result(two, missing, isError: true)),
            ])
    }

    @Test func `an answer to no call is told as text`() {
        #expect(Dialogue([.user("A"), answer(one)]).turns == [users(.text("A"), .text("f answered: ok"))])
    }

    @Test func `the user's side begins and ends`() {
        #expect(
            Dialogue([.assistant(text: "A", toolCalls: [])]).turns
                == [users(.text("Begin.")), models(.text("A")), users(.text("Go on."))])
        #expect(Dialogue([]).turns == [users(.text("Go on."))])
        #expect(Dialogue([.user(" "), .assistant(text: "\n", toolCalls: [])]).turns == [users(.text("Go on."))])
    }
}
