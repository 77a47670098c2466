import Domain
import Testing

@testable import Gateway

struct ServerSentEventDecoderTests {
    private static let stream =
        "\u{FEFF}: keep-alive\r\ndata: first\r\n\r\nevent: note\ndata:second\ndata:  line ä\u{1F600}\nid: 7\nretry: 5\n\n"
        + "data\r\rdatum: no\ndata: last\n\nevent: nothing\n\n: bye\n\n"

    private static let events = [
        ServerSentEvent(name: "", data: Array("first".utf8)),
        ServerSentEvent(name: "note", data: Array("second\n line ä\u{1F600}".utf8)),
        ServerSentEvent(name: "", data: []),
        ServerSentEvent(name: "", data: Array("last".utf8)),
    ]

    private func decode(_ bytes: [UInt8], every size: Int) throws -> [ServerSentEvent] {
        var decoder = ServerSentEventDecoder()
        var events: [ServerSentEvent] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            try decoder.feed(Array(bytes[start..<min(start + size, bytes.count)]), into: &events)
        }
        if let event = try decoder.end() { events.append(event) }
        return events
    }

    @Test(arguments: 1...stream.utf8.count)
    func `events are the same however the bytes are cut`(size: Int) throws {
        #expect(try decode(Array(Self.stream.utf8), every: size) == Self.events)
    }

    @Test(arguments: ["data: x", "data: x\n", "data: x\r\n", "data: x\n\n"])
    func `the last event needs no end`(text: String) throws {
        #expect(try decode(Array(text.utf8), every: 2) == [ServerSentEvent(name: "", data: Array("x".utf8))])
    }

    @Test func `nothing makes no event`() throws {
        #expect(try decode(Array("\n\r\n\r: hello\n\n".utf8), every: 3).isEmpty)
    }

    @Test func `a line of the largest size is read`() throws {
        let line = Array("data:".utf8) + [UInt8](repeating: 0x78, count: ServerSentEventDecoder.sizeLimit - 5)
        #expect(try decode(line + [0x0A, 0x0A], every: 65_536).count == 1)
    }

    @Test(arguments: [4096, .max])
    func `a line that is too long is refused before its end`(size: Int) {
        let line = Array("data:".utf8) + [UInt8](repeating: 0x78, count: 10 << 20)
        let error = #expect(throws: ModelError.self) { try decode(line, every: min(size, line.count)) }
        #expect(error?.class == .malformed)
    }

    @Test func `many lines cannot make an event that is too large`() {
        let line = Array("data:".utf8) + [UInt8](repeating: 0x78, count: 1000) + [0x0A]
        let lines = (0..<(ServerSentEventDecoder.sizeLimit / 1000 + 100)).flatMap { _ in line }
        let error = #expect(throws: ModelError.self) { try decode(lines, every: 4096) }
        #expect(error?.class == .malformed)
    }
}
