import Domain
import TestSupport
import Testing

@testable import Gateway

struct PriceBookTests {
    private let time = ManualTime()

    private func file(_ entries: String) throws -> JSONValue {
        try JSONValue(parsing: Array(#"{"version":1,"currency":"USD","entries":[\#(entries)]}"#.utf8))
    }

    private func book() throws -> PriceBook {
        let base = #"""
            {"kind":"openai","model":"gpt-4o","input":"2.5","output":"10"},{"kind":"openai","model":"gpt-*","input":"1","output":"1"}
            """#
        return PriceBook(try PriceTable(parsing: Array(try file(base).description.utf8), time: time), time: time)
    }

    @Test func `what people put on top comes first, at once, until it is taken away`() throws {
        let book = try book()
        #expect(book.price(of: "gpt-4o", at: .openai)?.input.description == "2.5")
        try book.override(
            with: file(
                #"""
                {"kind":"openai","model":"gpt-4*","input":"2","output":"8","cache_read":"0.5","per_request":"0.01"},
                {"kind":"groq","model":"*","input":"7","output":"7","effective_from":"2100-01-01"}
                """#))
        #expect(book.price(of: "gpt-4o", at: .openai)?.input.description == "2")
        #expect(book.price(of: "gpt-4o", at: .openai)?.perRequest?.description == "0.01")
        #expect(book.price(of: "gpt-3", at: .openai)?.input.description == "1")
        #expect(book.price(of: "any", at: .groq) == nil)
        #expect(book.overrides.map(\.model) == ["gpt-4*", "*"])
        #expect(
            book.overrides.first?.json
                == #"{"kind":"openai","model":"gpt-4*","input":"2","output":"8","cache_read":"0.5","per_request":"0.01"}"#.json)
        try book.override(with: nil)
        #expect(book.price(of: "gpt-4o", at: .openai)?.input.description == "2.5")
        #expect(book.overrides.isEmpty)
    }

    @Test func `a list that is none is refused, and everything stays as it was`() throws {
        let book = try book()
        try book.override(with: file(#"{"kind":"openai","model":"gpt-4o","input":"2","output":"8"}"#))
        let error = #expect(throws: RuleViolation.self) {
            try book.override(with: file(#"{"kind":"openai","model":"gpt-4o","input":2,"output":"8"}"#))
        }
        #expect(error == .invalid(field: "entries", reason: "are no price list: entries[0].input is of the wrong type"))
        #expect(book.price(of: "gpt-4o", at: .openai)?.input.description == "2")
    }
}

extension String {
    fileprivate var json: JSONValue { (try? JSONValue(parsing: Array(utf8))) ?? .null }  // it is JSON, written here
}
