import Testing

@testable import Domain

struct JSONTextTests {
    private struct Sample: Codable, Hashable {
        var path: String
        var at: Timestamp
        var cost: Money?
        var extra: JSONValue
    }

    private let sample = Sample(
        path: "a/b", at: Timestamp(milliseconds: 5), cost: Money(nanoDollars: 500_000_000),
        extra: ["z": [1, .number(0.5)], "a": nil])

    @Test func `a value of ours is written with sorted keys, plain slashes and no blanks`() {
        #expect(JSONText.encode(sample) == #"{"at":5,"cost":"0.5","extra":{"a":null,"z":[1,0.5]},"path":"a/b"}"#)
    }

    @Test func `a value of ours is read back`() throws {
        #expect(try JSONText.decode(Sample.self, from: JSONText.encode(sample)) == sample)
    }

    @Test func `what is absent is not written`() {
        var sample = sample
        sample.cost = nil
        #expect(JSONText.encode(sample) == #"{"at":5,"extra":{"a":null,"z":[1,0.5]},"path":"a/b"}"#)
    }

    @Test func `JSON of any shape is read by the strict reader`() {
        #expect(throws: JSONError.unexpected(offset: 3)) { try JSONText.decode(JSONValue.self, from: "[1,]") }
        #expect(throws: JSONError.tooDeep) {
            try JSONText.decode(JSONValue.self, from: String(repeating: "[", count: 65) + String(repeating: "]", count: 65))
        }
    }
}
