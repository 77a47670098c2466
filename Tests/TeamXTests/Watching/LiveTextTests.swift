import Testing

@testable import teamx

struct LiveTextTests {
    @Test(arguments: [
        (["A plain ", "answer."], "A plain answer."), (["It has {braces} and [1]."], "It has {braces} and [1]."),
        (["I file it. {\"name\": \"create_", "ticket\", \"arguments\": {"], "uses create_ticket …"),
        (["<tool_call>\n{\"na"], ""), (["```json\n{\"tool\": \"write_document\""], "uses write_document …"), (["{"], ""),
        ([], ""),
    ])
    func `of a call that a model writes into its text the tool is shown`(pieces: [String], shown: String) {
        var text = LiveText()
        for piece in pieces { text.take(piece) }
        #expect(text.shown == shown)
    }
}
