import Domain
import Testing

@testable import Gateway

struct ToolCallAssemblyTests {
    private func assemble(_ pieces: JSONValue..., after conversation: [ModelMessage] = []) throws -> [ToolCall] {
        var assembly = ToolCallAssembly(ids: ToolCallIDs(conversation: conversation))
        for piece in pieces { try assembly.add(piece) }
        return try assembly.finished(cutShort: false)
    }

    private func piece(index: Int64? = nil, id: String? = nil, name: String? = nil, _ arguments: JSONValue? = nil) -> JSONValue {
        var function: [String: JSONValue] = [:]
        function["name"] = name.map(JSONValue.string)
        function["arguments"] = arguments
        var members: [String: JSONValue] = ["function": .object(function)]
        members["index"] = index.map(JSONValue.integer)
        members["id"] = id.map(JSONValue.string)
        return .object(members)
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
