import Testing

@testable import Domain

struct JSONDepthTests {
    private static func nested(_ depth: Int, _ open: String, _ close: String) -> String {
        String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)
    }

    @Test(arguments: [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")])
    func `the limit itself is allowed`(open: String, close: String) throws {
        let pairs = open.count(where: { "[{".contains($0) })
        let text = Self.nested(JSONValue.depthLimit / pairs, open, close)
        #expect(try JSONValue(parsing: text).description == text)
    }

    @Test(arguments: [("[", "]"), (#"{"a":"#, "}")])
    func `one level more is refused`(open: String, close: String) {
        #expect(JSONValue.depthLimit == 64)
        #expect(throws: JSONError.tooDeep) { try JSONValue(parsing: Self.nested(65, open, close)) }
    }

    @Test func `a hundred thousand levels do not reach the stack`() {
        #expect(throws: JSONError.tooDeep) { try JSONValue(parsing: String(repeating: "[", count: 100_000)) }
        #expect(throws: JSONError.tooDeep) { try JSONValue(parsing: String(repeating: #"{"":"#, count: 100_000)) }
    }

    @Test func `what stands side by side is not deep`() throws {
        let text = "[" + Array(repeating: "[[]]", count: 1000).joined(separator: ",") + "]"
        #expect(try JSONValue(parsing: text).array?.count == 1000)
    }
}
