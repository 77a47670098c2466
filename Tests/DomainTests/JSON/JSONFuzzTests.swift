import TestSupport
import Testing

@testable import Domain

struct JSONFuzzTests {
    private static let documents = [
        #"{"a":[1,-2.5e3,"x\u00e4\n\ud83d\ude00",null,true,false,{}],"b":{"c":"d"}}"#,
        #"[{"name":"search","arguments":{"query":"äö😀","limit":10}},[[],[0.001]],"\\\"\/"]"#,
        #" { "deep" : [ [ [ [ { "k" : [ ] } ] ] ] ] , "n" : -0 } "#,
    ]

    @Test(arguments: documents)
    func `every part from the start fails without a crash`(document: String) throws {
        _ = try JSONValue(parsing: document)
        let bytes = Array(document.utf8)
        let end = try #require(bytes.lastIndex { $0 != UInt8(ascii: " ") })
        for length in 0...end {
            #expect(throws: JSONError.self) { try JSONValue(parsing: Array(bytes.prefix(length))) }
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `a document with changed bytes is read or refused, and what is read can be written`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            var bytes = Array(Self.documents[Int.random(in: 0..<Self.documents.count, using: &random)].utf8)
            for _ in 0...Int.random(in: 0..<4, using: &random) { Self.mutate(&bytes, using: &random) }
            expectStable(bytes)
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `noise is read or refused`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let alphabet = Array(#"[]{}:,"\u0e-+.ntrue12 "#.utf8) + [0x00, 0x80, 0xC3, 0xFF]
        for _ in 0..<2000 {
            let length = Int.random(in: 0..<24, using: &random)
            expectStable((0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 })
        }
    }

    private func expectStable(_ bytes: [UInt8]) {
        do throws(JSONError) {
            let text = try JSONValue(parsing: bytes).description
            let again = try JSONValue(parsing: text)
            #expect(again.description == text)
        } catch .unexpected(let offset) {
            #expect(bytes.indices.contains(offset))
        } catch {}  // the other two say all there is to say
    }

    private static func mutate(_ bytes: inout [UInt8], using random: inout SeededRandom) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(bytes[place], at: place)
        default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
        }
    }
}
