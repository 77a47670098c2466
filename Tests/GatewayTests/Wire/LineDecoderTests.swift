import Domain
import Testing

@testable import Gateway

struct LineDecoderTests {
    private func lines(_ text: String, every size: Int) throws -> [String] {
        var decoder = LineDecoder()
        var lines: [[UInt8]] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try decoder.feed(Array(rest.prefix(size)), into: &lines)
            rest = rest.dropFirst(size)
        }
        if let last = decoder.end() { lines.append(last) }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: 1...12)
    func `lines are the same however the bytes are cut`(size: Int) throws {
        #expect(try lines("one\r\n\n\ntwö\nthree", every: size) == ["one", "twö", "three"])
    }

    @Test func `a line has a limit`() throws {
        var decoder = LineDecoder()
        var lines: [[UInt8]] = []
        try decoder.feed(Array("one\n".utf8) + [UInt8](repeating: 0x78, count: LineDecoder.sizeLimit), into: &lines)
        #expect(throws: ModelError.self) { try decoder.feed([0x78], into: &lines) }
        #expect(lines.count == 1)
    }
}
