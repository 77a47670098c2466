import Domain
import TestSupport
import Testing

@testable import Gateway

/// Streams that something has gone wrong with: they give an answer or a ``ModelError``, and nothing else.
struct ChatMutationTests {
    private static let corpus: [[UInt8]] = [
        FakeModelServer.Script.text("A few words \u{1F44B} to begin with").body,
        FakeModelServer.Script.toolCalls([
            ToolCall(id: "a", name: "find", arguments: #"{"q":"x","n":[1,2]}"#), ToolCall(id: "b", name: "list", arguments: "{}"),
        ]).body,
        FakeModelServer.Script.failing(after: "Some", message: "broken").body,
        FakeModelServer.Script.whole("Whole", toolCalls: [ToolCall(id: "a", name: "find", arguments: "{}")]).body,
        Array("event: error\r\ndata: {\"error\":{\"message\":\"x\",\"code\":1e400}}\r\n\r\ndata: [DONE]\r\n\r\n".utf8),
    ]

    private static let splices = [
        "\n", "\r", "\n\n", "data: ", "[DONE]", "null", "NaN", "1e999", "-1", "\"", "\\u", "\\ud800", "{", "}", "[", "]", ":",
        ",",
        "\"index\":-9223372036854775808", "\u{0}", "\u{FEFF}", "\"tool_calls\":[{}]", "\"choices\":{}", "\"error\":[]",
    ].map { Array($0.utf8) }

    private func mutate(_ body: [UInt8], with random: inout SeededRandom) -> [UInt8] {
        var body = body
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0...max(0, body.count - 1), using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: body[place] = UInt8.random(in: 0...255, using: &random)
            case 1: body.insert(contentsOf: Self.splices.randomElement(using: &random) ?? [], at: place)
            case 2: body.removeSubrange(place..<min(body.count, place + Int.random(in: 1...20, using: &random)))
            case 3: body.insert(contentsOf: body[place..<min(body.count, place + 40)], at: place)
            default: body.removeSubrange(place...)
            }
            if body.isEmpty { body = [0x20] }
        }
        return body
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `a damaged stream never does more than fail`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<250 {
            let body = mutate(Self.corpus[round % Self.corpus.count], with: &random)
            for type in ["text/event-stream", "application/json"] {
                var events: [ModelEvent] = []
                do throws(ModelError) {
                    var decoder = try ChatBodyDecoder(contentType: type)
                    var rest = body[...]
                    while !rest.isEmpty {
                        let piece = rest.prefix(Int.random(in: 1...80, using: &random))
                        try decoder.feed(Array(piece), into: &events)
                        rest = rest.dropFirst(piece.count)
                    }
                    events += try decoder.end()
                    #expect(events.finish != nil)
                } catch {
                    #expect(events.finish == nil, "failed after its finish: \(error)")
                }
            }
        }
    }
}
