import Testing

@testable import teamx

struct StreamEventDecoderTests {
    private let body = """
        : hello\r
        id: 7\r
        event: ticket.created\r
        data: {"a":\r
        data: 1}\r
        \r
        event: token
        data:{"text":"x"}

        data: é

        id: 9

        data: cut off
        """

    @Test(arguments: 1...20) func `how the body is cut does not matter`(size: Int) throws {
        var decoder = StreamEventDecoder()
        let bytes = Array(body.utf8)
        var events: [StreamEvent] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            events += try decoder.feed(bytes[start..<min(start + size, bytes.count)])
        }
        #expect(
            events == [
                StreamEvent(name: "ticket.created", id: "7", data: "{\"a\":\n1}"),
                StreamEvent(name: "token", id: nil, data: "{\"text\":\"x\"}"), StreamEvent(name: "", id: nil, data: "é"),
            ])
    }

    @Test func `an event without end is refused`() {
        var decoder = StreamEventDecoder()
        let chunk = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        #expect(throws: StreamEventDecoder.TooLarge.self) { for _ in 0..<9 { _ = try decoder.feed(chunk) } }
    }
}
