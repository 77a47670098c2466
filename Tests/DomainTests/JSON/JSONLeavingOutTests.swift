import TestSupport
import Testing

@testable import Domain

/// Members that nobody reads: looked through, and left where they are.
struct JSONLeavingOutTests {
    private static let names: [StaticString] = ["id", "model"]

    private static let document =
        #"{"id":"a\"b","model":[{"id":-0.5e1}],"idle":1,"mode":"x","choices":[{"id":7,"call":{"model":{"id":"k"},"#
        + #""args":[{"id":"mine","model":null}]}}],"":null,"model":"m"}"#

    private func read(_ bytes: [UInt8]) -> Result<JSONValue, JSONError> {
        do throws(JSONError) { return .success(try JSONValue(parsing: bytes, leavingOut: Self.names)) } catch {
            return .failure(error)
        }
    }

    @Test func `only those of the outermost object are left out`() throws {
        let inner = #"[{"id":7,"call":{"model":{"id":"k"},"args":[{"id":"mine","model":null}]}}]"#
        let expected = #"{"idle":1,"mode":"x","choices":\#(inner),"":null}"#
        #expect(try read(Array(Self.document.utf8)).get() == JSONValue(parsing: expected))
        #expect(try read(Array(#"{"id" : "x" , "model":2}"#.utf8)).get() == [:])
        #expect(try read(Array(#"[{"id":1}]"#.utf8)).get() == [["id": 1]])
    }

    @Test(arguments: 0..<12 as Range<UInt64>) func `what is left out is checked all the same`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let alphabet = Array(#"[]{}:,"\u0e-+.ntr id"#.utf8) + [0x00, 0x80]
        for _ in 0..<400 {
            var bytes = Array(Self.document.utf8)
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = alphabet.randomElement(using: &random) ?? 0
            }
            if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            let whole: Result<JSONValue, JSONError>
            do throws(JSONError) { whole = .success(try JSONValue(parsing: bytes)) } catch { whole = .failure(error) }
            let expected = whole.map { value -> JSONValue in
                guard case .object(let members) = value else { return value }
                return .object(members.filter { !["id", "model"].contains($0.key) })
            }
            #expect(read(bytes) == expected, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
