import Domain
import TestSupport
import Testing

@testable import Gateway

/// What holds of every format, shown with streams of each.
@Suite(.timeLimit(.minutes(10)))
struct WireConformanceTests {
    private func script(_ wire: Wire, _ body: [UInt8]) -> FakeModelServer.Script {
        FakeModelServer.Script(headers: ["Content-Type": wire.contentType], body: body)
    }

    private func expect(_ outcome: WireOutcome, of sample: WireSample) {
        #expect(outcome.events == sample.events, "\(sample.name)")
        #expect(outcome.failure?.class == sample.failure, "\(sample.name): \(outcome.failure?.message ?? "-")")
    }

    @Test(arguments: Wire.allCases, 1...64)
    func `a stream means the same however its bytes are cut`(wire: Wire, size: Int) {
        for sample in wire.samples { expect(wire.decode(wire.body(sample.frames), every: size), of: sample) }
    }

    @Test(arguments: Wire.allCases)
    func `a stream means the same over a connection that brings it in pieces of any size`(wire: Wire) async throws {
        try await withProvider(format: wire.format) { provider, server async throws in
            for size in 1...64 {
                for sample in wire.samples {
                    server.enqueue(script(wire, wire.body(sample.frames)).split(every: size))
                    var outcome = WireOutcome(events: [], failure: nil)
                    do { try await provider.stream(.greeting) { outcome.events.append($0) } } catch let error as ModelError {
                        outcome.failure = error
                    }
                    expect(outcome, of: sample)
                }
            }
        }
    }

    /// An answer without a failure, by its place in the list.
    private static let whole = Wire.allCases.flatMap { wire in
        wire.samples.indices.filter { wire.samples[$0].failure == nil }.map { (wire, $0) }
    }

    @Test(arguments: whole)
    func `a stream that is cut off anywhere is broken, unless nothing of the answer is missing`(wire: Wire, place: Int) {
        let sample = wire.samples[place]
        let body = wire.body(sample.frames)
        for length in 0..<body.count {
            let outcome = wire.decode(Array(body[..<length]), every: 23)
            let text = outcome.events.text
            #expect(sample.events.text.hasPrefix(text), "\(length)")
            if let failure = outcome.failure {
                #expect([.brokenStream, .malformed].contains(failure.class), "\(length): \(failure)")
                #expect(outcome.events.toolCalls.isEmpty, "a call of an answer that is not whole: \(length)")
                #expect(outcome.events.finish == nil)
            } else {
                #expect(outcome.events.finish == sample.events.finish || wire == .gemini, "\(length)")
                #expect(outcome.events.toolCalls == sample.events.toolCalls, "\(length)")
            }
        }
    }

    @Test(arguments: Wire.allCases)
    func `most of what is cut off is found out`(wire: Wire) throws {
        let sample = try #require(wire.samples.first)
        let body = wire.body(sample.frames)
        let half = wire.decode(Array(body[..<(body.count / 3)]))
        #expect(half.failure?.class == .brokenStream)
    }

    @Test(arguments: whole)
    func `the last piece may come twice, and the end mark often`(wire: Wire, place: Int) throws {
        let sample = wire.samples[place]
        let last = try #require(sample.frames.last)
        let outcome = wire.decode(wire.body(sample.frames + [last, last]) + Array("\n\ndata: [DONE]\n\ndata: [DONE]\n\n".utf8))
        #expect(outcome.failure == nil)
        #expect(outcome.events.finish == sample.events.finish)
        #expect(outcome.events.usage == sample.events.usage)
        // Where nothing says that an answer is over, what comes twice was said twice.
        if wire != .gemini {
            #expect(outcome.events.text == sample.events.text)
            #expect(outcome.events.toolCalls == sample.events.toolCalls)
        }
    }

    @Test(arguments: whole)
    func `what nobody knows is passed over`(wire: Wire, place: Int) {
        let sample = wire.samples[place]
        let frames = wire.strangers + sample.frames.flatMap { [$0] + wire.strangers }
        #expect(wire.decode(wire.body(frames)) == WireOutcome(events: sample.events, failure: nil))
    }

    @Test(arguments: Wire.allCases, ["-1", "1e300", "NaN", "-Infinity", "\"12\"", "\"NaN\"", "9e18", "null", "[]", "12.5"])
    func `a wrong count harms nothing but itself`(wire: Wire, count: String) {
        let outcome = wire.decode(wire.body(wire.counting(count)))
        #expect(outcome.failure == nil)
        #expect(outcome.events.text == "Hi")
        #expect(outcome.events.finish == .stop)
        if let usage = outcome.events.usage {
            #expect(usage.prompt == 0)
            #expect((0...2).contains(usage.completion))
        }
    }

    @Test(arguments: Wire.allCases)
    func `a right count is believed`(wire: Wire) {
        #expect(wire.decode(wire.body(wire.counting("12"))).events.usage == TokenUsage(prompt: 12, completion: 2))
    }

    /// What may stand where a piece should.
    private static let garbage: [(name: String, bytes: [UInt8])] = [
        ("words", Array("hello".utf8)), ("half an object", Array(#"{"type":"#.utf8)), ("a number", Array("1".utf8)),
        ("a list", Array("[1,2]".utf8)), ("zeros", [0, 0, 0, 0]), ("bad UTF-8", [0xFF, 0xFE, 0xC0, 0x80]),
        ("deep", Array((String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)).utf8)),
        (
            "a deep object",
            Array((String(repeating: #"{"a":"#, count: 5000) + "1" + String(repeating: "}", count: 5000)).utf8)
        ),
    ]

    @Test(arguments: Wire.allCases, garbage.indices)
    func `garbage in the middle ends the call and leaves what came before`(wire: Wire, place: Int) throws {
        let sample = try #require(wire.samples.first)
        let mark = Array("\u{1A}GARBAGE\u{1A}".utf8)
        let garbled = wire.body(Array(sample.frames.dropLast(2)) + ["\u{1A}GARBAGE\u{1A}"] + Array(sample.frames.suffix(2)))
        let start = try #require(garbled.indices.first { garbled[$0...].starts(with: mark) })
        let body = garbled[..<start] + Self.garbage[place].bytes + garbled[(start + mark.count)...]
        let outcome = wire.decode(Array(body), every: 17)
        #expect(outcome.failure?.class == .malformed, "\(Self.garbage[place].name)")
        #expect(sample.events.text.hasPrefix(outcome.events.text))
        #expect(!outcome.events.thoughts.isEmpty)
    }

    @Test(arguments: Wire.allCases)
    func `a line of many bytes is refused before it fills the memory`(wire: Wire) throws {
        let sample = try #require(wire.samples.first)
        let beginning = wire.body(Array(sample.frames.dropLast()))
        let outcome = wire.decode(beginning + [UInt8](repeating: UInt8(ascii: "x"), count: 5 << 20), every: 64 << 10)
        #expect(outcome.failure?.class == .malformed)
        #expect(sample.events.text.hasPrefix(outcome.events.text))
    }

    @Test(arguments: Wire.allCases)
    func `bytes that are no text become marks within the text`(wire: Wire) {
        var body = wire.body(wire.counting("12"))
        let place = body.indices.first { body[$0...].starts(with: Array("Hi".utf8)) } ?? 0
        body.replaceSubrange(place..<(place + 2), with: [0x48, 0xC3, 0x69])
        #expect(wire.decode(body, every: 1).events.text == "H\u{FFFD}i")
    }

    @Test(arguments: Wire.allCases)
    func `a web page and an empty body are no answer`(wire: Wire) {
        #expect(wire.decode(Array("<html>".utf8), contentType: "text/html").failure?.class == .malformed)
        #expect(wire.decode([]).failure?.class == .malformed)
        #expect(wire.decode(Array("\n\n\n".utf8)).failure?.class == .malformed)
        #expect(wire.decode(Array("<!doctype html><p>Hi</p>\n".utf8)).failure?.class == .malformed)
    }
}
