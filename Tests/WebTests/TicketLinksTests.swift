import Domain
import TestSupport
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct TicketLinksTests {
    @Test func `a ticket tells what it is a part of, what it waits for, and which open ones it holds`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, _) = try await client.found("Aurora")
            func file(_ title: String, _ more: [String: JSONValue] = [:]) async throws -> String {
                let body = more.merging(["title": .string(title)]) { $1 }
                return try await client.post(path + "/tickets", .object(body)).json["id"]?.string ?? ""
            }
            func titles(_ name: String, of id: String) async throws -> [String]? {
                try await client.get(path + "/tickets/" + id).json[name]?.array?.compactMap { $0["title"]?.string }
            }
            let whole = try await file("Book")
            let first = try await file("Outline", ["parent_ticket_id": .string(whole)])
            let second = try await file("Chapter", ["dependencies": [.string(first)]])
            _ = try await file("Cover", ["dependencies": [.string(first), .string(second)]])
            let outline = try await client.get(path + "/tickets/" + first).json
            #expect(outline["parent"]?["title"] == "Book")
            #expect(try await client.get(path + "/tickets/" + whole).json["parent"] == .null)
            #expect(try await titles("waits_for", of: first) == [])
            #expect(try await titles("holds", of: first) == ["Chapter", "Cover"])
            #expect(try await titles("waits_for", of: second) == ["Outline"])
            _ = try await client.put(path + "/tickets/\(second)/closure")
            #expect(try await titles("holds", of: first) == ["Cover"])
            #expect(try await titles("holds", of: second) == ["Cover"])
        }
    }
}
