import Domain
import Testing

@testable import Gateway

struct ThinkingTagsTests {
    /// What is thought and what is said in a text that comes so many characters at a time.
    private func read(_ text: String, every size: Int) -> (thought: String, text: String) {
        var tags = ThinkingTags()
        var pieces: [ThinkingTags.Piece] = []
        var rest = text[...]
        while !rest.isEmpty {
            pieces += tags.take(String(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return (pieces + tags.end()).reduce(into: ("", "")) { read, piece in
            switch piece {
            case .thought(let text): read.0 += text
            case .text(let text): read.1 += text
            }
        }
    }

    @Test(
        arguments: [
            ("<think>Hm < 3.</think>\n\nYes.", "Hm < 3.", "Yes."), ("\n<think>\nHm", "\nHm", ""),
            ("<think></think>Yes", "", "Yes"), ("<think>a</thin", "a</thin", ""), ("<thinker>", "", "<thinker>"),
            ("Yes. <think>no</think>", "", "Yes. <think>no</think>"), ("  Yes", "", "  Yes"), ("<th", "", "<th"), ("", "", ""),
            ("<think>a</think>b<think>c</think>", "a", "b<think>c</think>"),
        ] as [(String, String, String)], [1, 2, 3, 5, 8, 100])
    func `a thought at the beginning is told from the answer`(sample: (String, String, String), size: Int) {
        let read = read(sample.0, every: size)
        #expect(read.thought == sample.1)
        #expect(read.text == sample.2)
    }

    @Test(arguments: [Wire.chat, .ollama])
    func `servers that leave both in one text are understood`(wire: Wire) {
        let frames = wire.counting("12").map { $0.replacing("Hi", with: "<think>Hm</think>Hi") }
        let events = wire.decode(wire.body(frames)).events
        #expect(events.thoughts == "Hm")
        #expect(events.text == "Hi")
    }
}
