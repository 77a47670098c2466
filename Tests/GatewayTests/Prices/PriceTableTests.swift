import Domain
import FoundationEssentials
import TestSupport
import Testing

@testable import Gateway

struct PriceTableTests {
    private let time = ManualTime()

    private func table(_ entries: String) throws -> PriceTable {
        try PriceTable(parsing: Array(#"{"version":3,"currency":"USD","entries":[\#(entries)]}"#.utf8), time: time)
    }

    private static let list = #"""
        {"kind":"openai","model":"gpt-4o","input":"2.5","output":"10","cache_read":"1.25"},
        {"kind":"openai","model":"gpt-4o-*","input":"3","output":"12"},
        {"kind":"openai","model":"gpt-*","input":"1","output":"1"},
        {"kind":"openai","model":"new","input":"9","output":"9","effective_from":"2100-01-01"},
        {"kind":"openai","model":"new","input":"8","output":"8","effective_from":"2020-02-29"},
        {"kind":"openai","model":"new","input":"7","output":"7"},
        {"kind":"ollama","model":"*","input":"0","output":"0"}
        """#

    @Test(
        arguments: [
            ("gpt-4o", ProviderKind.openai, "2.5"), ("gpt-4o-x", .openai, "3"), ("gpt-4", .openai, "1"), ("new", .openai, "8"),
            ("anything", .ollama, "0"), ("GPT-4o", .openai, nil), ("gpt-4o", .groq, nil), ("", .openai, nil),
        ] as [(String, ProviderKind, String?)])
    func `the exact name wins, then the longest pattern`(model: String, kind: ProviderKind, input: String?) throws {
        #expect(try table(Self.list).price(of: model, at: kind)?.input.description == input)
    }

    @Test func `a price holds from its day on`() throws {
        let table = try table(Self.list)
        let midnight = Timestamp(milliseconds: 4_102_444_800_000)
        #expect(table.price(of: "new", at: .openai, on: midnight)?.input.description == "9")
        #expect(table.price(of: "new", at: .openai, on: midnight - .milliseconds(1))?.input.description == "8")
        #expect(table.price(of: "new", at: .openai, on: Timestamp(milliseconds: 0))?.input.description == "7")
    }

    @Test func `a call's cost is exact to the nano-dollar`() throws {
        let price = try #require(try table(Self.list).price(of: "gpt-4o", at: .openai))
        let usage = TokenUsage(prompt: 1_234_567, completion: 89, cacheRead: 1_000_001)
        // 234 566 × 2.5 + 1 000 001 × 1.25 + 89 × 10 micro-dollars
        #expect(try price.cost(of: usage).description == "1.83730625")
        #expect(try table(Self.list).price(of: "x", at: .ollama)?.cost(of: usage) == .zero)
    }

    @Test(arguments: [
        (#"{"kind":"openai","model":"m","input":"1"}"#, PriceTableError.missing("entries[0].output")),
        (#"{"kind":"openai","model":"m","input":1,"output":"1"}"#, .wrongType("entries[0].input")),
        (#"{"kind":"openai","model":"m","input":"1,5","output":"1"}"#, .badAmount("entries[0].input")),
        (#"{"kind":"openai","model":"m","input":"-1","output":"1"}"#, .badAmount("entries[0].input")),
        (#"{"kind":"openai","model":"m","input":"1","output":"1","cached":"1"}"#, .unknown("entries[0].cached")),
        (#"{"kind":"acme","model":"m","input":"1","output":"1"}"#, .unknownKind("entries[0].kind")),
        (#"{"kind":"openai","model":"a*b","input":"1","output":"1"}"#, .badModel("entries[0].model")),
        (#"{"kind":"openai","model":"","input":"1","output":"1"}"#, .badModel("entries[0].model")),
        (
            #"{"kind":"openai","model":"m","input":"1","output":"1","effective_from":"2025-02-29"}"#,
            .badDate("entries[0].effective_from")
        ),
        (
            #"{"kind":"openai","model":"m","input":"1","output":"1","effective_from":"2025-2-1"}"#,
            .badDate("entries[0].effective_from")
        ),
        (
            #"{"kind":"openai","model":"m","input":"1","output":"1"},{"kind":"openai","model":"m","input":"2","output":"1"}"#,
            .duplicate("entries[1]")
        ),
        ("7", .wrongType("entries[0]")),
    ])
    func `an entry that is not as it should be is refused with its place`(entries: String, error: PriceTableError) {
        #expect(throws: error) { try table(entries) }
    }

    @Test(arguments: [
        ("", PriceTableError.notJSON(.unexpectedEnd)), ("[]", .wrongType("the file")),
        (#"{"currency":"USD","entries":[]}"#, .missing("version")),
        (#"{"version":"1","currency":"USD","entries":[]}"#, .wrongType("version")),
        (#"{"version":1,"currency":"EUR","entries":[]}"#, .unsupportedCurrency("EUR")),
        (#"{"version":1,"currency":"USD","entries":{}}"#, .wrongType("entries")),
        (#"{"version":1,"currency":"USD","entries":[],"x":1}"#, .unknown("x")),
    ])
    func `a file that is not as it should be is refused`(text: String, error: PriceTableError) {
        #expect(throws: error) { try PriceTable(parsing: Array(text.utf8), time: time) }
    }

    @Test func `the list that comes with the program can be read`() throws {
        let root = String(#filePath.prefix(upTo: try #require(#filePath.firstRange(of: "/Tests/GatewayTests")).lowerBound))
        let file = try #require(FileManager.default.contents(atPath: root + "/Prices/prices.json"))
        let table = try PriceTable(parsing: Array(file), time: time)
        #expect(table.version == 2)
        #expect(table.price(of: "gpt-4o-mini", at: .openai)?.output.description == "0.6")
        #expect(table.price(of: "claude-haiku-4-5", at: .anthropic)?.input.description == "1")
        #expect(table.price(of: "anything", at: .practice)?.output == .zero)
        #expect(table.price(of: "anything", at: .openaiCompatible) == nil)
    }
}
