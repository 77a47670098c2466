import Domain
import TestSupport
import Testing

@testable import Engine

struct HistoryFitTests {
    private func history(_ seed: UInt64, exchanges: Int) -> [ModelMessage] {
        var random = SeededRandom(seed: seed)
        var messages: [ModelMessage] = [.user("# Situation\nCause: assignment")]
        for place in 0..<exchanges {
            let text = String(repeating: "word ", count: Int.random(in: 1...1200, using: &random))
            let call = ToolCall(
                id: "c\(place)", name: "write_document", arguments: JSONValue.object(["content": .string(text)]).description)
            messages.append(.assistant(text: "I write.", toolCalls: [call]))
            messages.append(.toolResult(callID: "c\(place)", name: "write_document", content: text, isError: false))
            if Int.random(in: 0..<4, using: &random) == 0 { messages.append(.user("Do not describe it.")) }
        }
        return messages
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func `a long turn fits, and no call is without its answer`(seed: UInt64) {
        let history = history(seed, exchanges: 8)
        let room = 3000
        let fitted = HistoryFit(opening: 1, room: room).fitted(history)
        #expect(fitted.reduce(0) { $0 + $1.estimatedTokens } <= room)
        #expect(fitted.first == history.first)
        var open: Set<String> = []
        for message in fitted {
            switch message {
            case .assistant(_, let calls):
                open.formUnion(calls.map(\.id))
                for call in calls { #expect((try? JSONValue(parsing: call.arguments)) != nil) }
            case .toolResult(let id, _, _, _): #expect(open.remove(id) != nil)
            case .user, .image: break
            }
        }
        #expect(open.isEmpty)
    }

    @Test func `a turn that fits stays as it is`() {
        let history = history(1, exchanges: 3)
        #expect(HistoryFit(opening: 1, room: 100_000).fitted(history) == history)
    }
}
