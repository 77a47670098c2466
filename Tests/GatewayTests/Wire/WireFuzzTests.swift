import Domain
import FoundationEssentials
import TestSupport
import Testing

@testable import Gateway

/// Streams that something has gone wrong with: they give an answer or a ``ModelError``, and nothing else.
///
/// `FUZZ` in the environment says how many streams each seed damages.
struct WireFuzzTests {
    private static let rounds = ProcessInfo.processInfo.environment["FUZZ"].flatMap { Int($0) } ?? 150

    private static let splices = [
        "\n", "\r", "\n\n", "data: ", "event: error\n", "[DONE]", "null", "NaN", "1e999", "-1", "\"", "\\u", "\\ud800", "{",
        "}", "[", "]", ":", ",", "\u{0}", "\u{FEFF}", "\"index\":-9223372036854775808", "\"index\":9223372036854775807",
        "\"output_index\":-1,", "\"tool_calls\":[{}]", "\"choices\":{}", "\"error\":[]", "\"done\":true,", "\"done\":1,",
        "\"type\":\"message_stop\",", "\"type\":\"tool_use\",", "\"partial_json\":{},", "\"parts\":[[]],",
        "\"functionCall\":{},", "\"thought\":true,", "\"finishReason\":\"STOP\",", "\"delta\":\"{}\",", "\"arguments\":[],",
        "\"usage\":{\"input_tokens\":1e300},",
    ].map { Array($0.utf8) }

    /// The pieces of a stream in another order, some of them lost or doubled.
    private func shuffle(_ frames: [String], with random: inout SeededRandom) -> [String] {
        var frames = frames
        guard Int.random(in: 0..<3, using: &random) == 0, frames.count > 1 else { return frames }
        let (one, other) = (Int.random(in: frames.indices, using: &random), Int.random(in: frames.indices, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: frames.swapAt(one, other)
        case 1: frames.insert(frames[one], at: other)
        default: frames.remove(at: one)
        }
        return frames
    }

    private func mutate(_ body: [UInt8], with random: inout SeededRandom) -> [UInt8] {
        var body = body
        for _ in 0..<Int.random(in: 0...6, using: &random) {
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

    @Test(arguments: Wire.allCases, 0..<4 as Range<UInt64>)
    func `a damaged stream never does more than fail`(wire: Wire, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let samples = wire.samples
        for round in 0..<Self.rounds {
            let frames = shuffle(samples[round % samples.count].frames, with: &random)
            let body = mutate(wire.body(frames), with: &random)
            for type in [wire.contentType, "application/json"] {
                let outcome = wire.decode(body, every: Int.random(in: 1...80, using: &random), contentType: type)
                let finishes = outcome.events.filter { if case .finish = $0 { true } else { false } }
                if let failure = outcome.failure {
                    #expect(finishes.isEmpty, "failed after its finish: \(failure)")
                    #expect(outcome.events.toolCalls.isEmpty, "a call, and then a failure: \(failure)")
                } else {
                    #expect(finishes.count == 1)
                    #expect(outcome.events.finish != nil, "something came after the finish")
                }
                #expect(Set(outcome.events.toolCalls.map(\.id)).count == outcome.events.toolCalls.count)
                if let usage = outcome.events.usage {
                    let counts = [usage.prompt, usage.completion, usage.cacheRead, usage.cacheWrite]
                    #expect(counts.allSatisfy { (0...1_000_000_000).contains($0) })
                    #expect(usage.cacheRead + usage.cacheWrite <= usage.prompt)
                }
            }
        }
    }
}
