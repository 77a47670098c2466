import Domain
import Testing

@testable import Gateway

struct ToolCallAssemblyTests {
    private func assemble(_ pieces: ToolCallPiece..., after conversation: [ModelMessage] = []) throws -> [ToolCall] {
        var assembly = ToolCallAssembly(ids: ToolCallIDs(conversation: conversation))
        for piece in pieces { try assembly.add(piece) }
        return try assembly.finished(cutShort: false)
    }

    private func piece(
        index: Int64? = nil, id: String? = nil, name: String? = nil, _ arguments: JSONValue? = nil
    ) -> ToolCallPiece {
        ToolCallPiece(index: index, id: id, name: name, arguments: arguments)
    }

    private let one = ToolCall(id: "a", name: "f", arguments: #"{"x":1}"#)
    private let two = ToolCall(id: "b", name: "g", arguments: #"{"y":2}"#)

    @Test func `a call may come in one piece`() throws {
        #expect(try assemble(piece(index: 0, id: "a", name: "f", #"{"x":1}"#)) == [one])
    }

    @Test func `several calls may come mixed`() throws {
        let calls = try assemble(
            piece(index: 0, id: "a", name: "f", ""), piece(index: 1, id: "b", name: "g", #"{"y""#), piece(index: 0, #"{"x""#),
            piece(index: 1, ":2}"), piece(index: 0, ":1}"))
        #expect(calls == [one, two])
    }

    @Test func `id and name may be repeated in each piece`() throws {
        let calls = try assemble(
            piece(index: 0, id: "a", name: "f", #"{"x""#), piece(index: 0, id: "a", name: "f", ":1}"),
            piece(index: 0, id: "a", name: "f", ""))
        #expect(calls == [one])
    }

    @Test func `without an index the id tells`() throws {
        let calls = try assemble(
            piece(id: "a", name: "f", #"{"x""#), piece(id: "b", name: "g", #"{"y""#), piece(id: "a", ":1}"), piece(id: "b", ":2}")
        )
        #expect(calls == [one, two])
    }

    @Test func `without index and id the name tells`() throws {
        let calls = try assemble(piece(name: "f", #"{"x""#), piece(":1}"), piece(name: "g", #"{"y":2}"#))
        #expect(calls.map(\.name) == ["f", "g"])
        #expect(calls.map(\.arguments) == [one.arguments, two.arguments])
        #expect(calls.map(\.id) == ["call_0_0", "call_0_1"])
    }

    @Test func `calls that are all number 0 are told apart by their ids`() throws {
        #expect(
            try assemble(piece(index: 0, id: "a", name: "f", #"{"x":1}"#), piece(index: 0, id: "b", name: "g", #"{"y":2}"#))
                == [one, two])
    }

    @Test func `the same function twice without ids makes two calls`() throws {
        let calls = try assemble(piece(index: 0, name: "f", #"{"x":1}"#), piece(index: 0, name: "f", #"{"x":2}"#))
        #expect(calls.map(\.arguments) == [#"{"x":1}"#, #"{"x":2}"#])
    }

    /// What a server may say of a call beside its name and arguments that does not tell it from others.
    private static let mute: [(index: Int64?, id: String?)] = [(nil, "same"), (0, "same"), (nil, nil), (0, nil)]

    @Test(arguments: mute)
    func `a name behind whole arguments begins another call`(index: Int64?, id: String?) throws {
        let calls = try assemble(
            piece(index: index, id: id, name: "f", ""), piece(index: index, #"{"x""#), piece(index: index, id: id, ":1}"),
            piece(index: index, id: id, name: "f", ""), piece(index: index, id: id, #"{"x""#), piece(index: index, ":2}"),
            piece(index: index, id: id, name: "g", ""), piece(index: index, id: id, #"{"y":2}"#))
        #expect(calls.map(\.name) == ["f", "f", "g"])
        #expect(calls.map(\.arguments) == [#"{"x":1}"#, #"{"x":2}"#, #"{"y":2}"#])
        #expect(Set(calls.map(\.id)).count == 3)
    }

    @Test(arguments: mute)
    func `another name begins another call even when the arguments are not whole`(index: Int64?, id: String?) throws {
        let calls = try assemble(
            piece(index: index, id: id, name: "f", #"{"x""#), piece(index: index, id: id, name: "g", ""),
            piece(index: index, #"{"y":2}"#))
        #expect(calls.map(\.name) == ["f", "g"])
        #expect(calls.last?.arguments == two.arguments)
    }

    @Test(arguments: mute)
    func `a name that is repeated in each piece makes one call`(index: Int64?, id: String?) throws {
        let repeated = #"{"x":{"}":1}}"#.map { piece(index: index, id: id, name: "f", .string(String($0))) }
        var assembly = ToolCallAssembly(ids: ToolCallIDs())
        for piece in [piece(index: index, id: id, name: "f", "")] + repeated + [piece(index: index, id: id, name: "f", "")] {
            try assembly.add(piece)
        }
        #expect(try assembly.finished(cutShort: false).map(\.arguments) == [#"{"x":{"}":1}}"#])
    }

    @Test func `mixed calls may repeat their names`() throws {
        let calls = try assemble(
            piece(index: 0, id: "a", name: "f", ""), piece(index: 1, id: "b", name: "g", #"{"y""#),
            piece(index: 0, id: "a", name: "f", #"{"x":1}"#), piece(index: 1, name: "g", ":2}"),
            piece(index: 0, id: "a", name: "f", ""))
        #expect(calls == [one, two])
    }

    @Test(arguments: [(0, "a"), (nil, "a"), (0, nil)] as [(Int64?, String?)])
    func `a name may come in pieces`(index: Int64?, id: String?) throws {
        let calls = try assemble(
            piece(index: index, id: id, name: "write_", ""), piece(index: index, id: id, name: "docu"),
            piece(index: index, id: id, name: "ment", ""), piece(index: index, #"{"x":1}"#))
        #expect(calls.map(\.name) == ["write_document"])
        #expect(calls.map(\.arguments) == [#"{"x":1}"#])
    }

    @Test func `calls without arguments, number and id are told apart by their names`() throws {
        #expect(try assemble(piece(name: "f"), piece(name: "g")).map(\.name) == ["f", "g"])
    }

    @Test func `a name has a limit`() throws {
        let pieces = (0..<1000).map { _ in piece(index: 0, id: "a", name: "abcdefgh", "") }
        var assembly = ToolCallAssembly(ids: ToolCallIDs())
        for (number, element) in pieces.enumerated() {
            try assembly.add(number.isMultiple(of: 2) ? element : piece(index: 0, id: "a", name: "ij"))
        }
        let name = try #require(try assembly.finished(cutShort: false).first?.name)
        #expect(name.utf8.count <= GrowingToolCall.nameLimit)
    }

    @Test func `arguments may come as an object`() throws {
        #expect(try assemble(piece(index: 0, id: "a", name: "f", ["x": 1])) == [one])
    }

    @Test func `no arguments are an empty object`() throws {
        let calls = try assemble(piece(index: 0, id: "a", name: "f"), piece(index: 1, id: "b", name: "g", " "))
        #expect(calls.map(\.arguments) == ["{}", "{}"])
    }

    @Test func `a call may have an index of any size`() throws {
        #expect(try assemble(piece(index: .max, id: "a", name: "f", #"{"x":1}"#)) == [one])
    }

    @Test func `ids are unique within the conversation`() throws {
        let calls = try assemble(
            piece(index: 0, id: "a", name: "f"), piece(index: 1, id: "c", name: "f"), piece(index: 2, id: "c", name: "g"),
            piece(index: 3, id: String(repeating: "x", count: 300), name: "f"),
            after: [
                .user("Hello"), .assistant(text: "", toolCalls: [one, ToolCall(id: "call_2_2", name: "f", arguments: "{}")]),
            ])
        #expect(calls.map(\.id) == ["call_2_0", "c", "call_2_2_1", "call_2_3"])
    }

    @Test func `a call without a name is malformed`() {
        let error = #expect(throws: ModelError.self) { try assemble(piece(index: 0, id: "a", "{}")) }
        #expect(error?.class == .malformed)
    }

    @Test func `calls and arguments have limits`() throws {
        var many = ToolCallAssembly(ids: ToolCallIDs())
        for index in 0..<Int64(ToolCallAssembly.callLimit) { try many.add(piece(index: index, name: "f")) }
        #expect(throws: ModelError.self) { try many.add(piece(index: 1000, name: "f")) }
        var long = ToolCallAssembly(ids: ToolCallIDs())
        let mebibyte = JSONValue.string(String(repeating: "x", count: 1 << 20))
        for _ in 0..<4 { try long.add(piece(index: 0, name: "f", mebibyte)) }
        #expect(throws: ModelError.self) { try long.add(piece(index: 0, name: "f", "x")) }
    }
}
