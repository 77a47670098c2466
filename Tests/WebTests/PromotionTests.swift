import Domain
import Store
import Testing

@testable import Web

/// Titles, levels and managers that change after somebody was hired.
struct PromotionTests {
    @Test func `somebody is promoted and demoted, with a new manager or none`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            func hire(_ name: String) async throws -> String {
                try await client.post(path + "/employees", ["role": "writer", "name": .string(name)]).json["id"]?.string ?? ""
            }
            let (robin, kim) = (try await hire("Robin"), try await hire("Kim"))
            let raised = try await client.patch(
                path + "/employees/\(robin)", ["title": "Editor in Chief", "level": "Management"]
            ).json
            #expect(raised["title"] == "Editor in Chief")
            #expect(raised["level"] == "Management")
            func manager(_ id: String) async throws -> JSONValue? {
                try await client.get(path + "/employees/\(id)").json["manager_id"]
            }
            #expect(try await manager(robin)?.string == chief)
            _ = try await client.patch(
                path + "/employees/\(kim)", ["level": "Lead", "manager_id": .string(robin)])
            #expect(try await manager(kim)?.string == robin)
            _ = try await client.patch(path + "/employees/\(kim)", ["level": "IC", "manager_id": .null])
            #expect(try await manager(kim) == .null)
            let before = try await door.eventCount()
            #expect(try await client.patch(path + "/employees/\(kim)", ["level": "IC"]).status == 200)
            #expect(try await door.eventCount() == before)
        }
    }

    @Test func `a level that nobody can have, a blank title and a circle are refused, and nothing is changed`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let robin = try await client.post(path + "/employees", ["role": "writer", "name": "Robin"]).json["id"] ?? .null
            let before = try await door.eventCount()
            let one = path + "/employees/\(chief)"
            #expect(try await client.patch(one, ["level": "system"]).field == "level")
            #expect(try await client.patch(one, ["level": "Emperor"]).field == "level")
            #expect(try await client.patch(one, ["title": " "]).field == "title")
            #expect(try await client.patch(one, ["manager_id": robin, "title": "Chair"]).field == "manager_id")
            #expect(try await client.put(one + "/manager", [:]).field == "manager_id")
            #expect(try await door.eventCount() == before)
            #expect(try await client.get(one).json["title"] == "Chief Executive Officer")
        }
    }

    @Test func `whoever has a manager loses them by null, and whoever left is not promoted`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let robin = try await client.post(path + "/employees", ["role": "writer", "name": "Robin"]).json["id"]?.string ?? ""
            let one = path + "/employees/\(robin)"
            #expect(try await client.put(one + "/manager", ["manager_id": .null]).status == 200)
            #expect(try await client.get(one).json["manager_id"] == .null)
            let roots = try await client.get(path + "/org").json["roots"]?.array?.count
            #expect(roots == 2)
            _ = try await client.post(one + "/dismiss", ["successor_id": .string(chief)])
            #expect(try await client.patch(one, ["title": "Ghost"]).status == 409)
        }
    }

    @Test func `a ticket's suggestions name three at most, with reasons, and not whoever has it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            for name in ["Robin", "Kim", "Sam"] {
                _ = try await client.post(path + "/employees", ["role": "writer", "name": .string(name)])
            }
            let made = try await client.post(
                path + "/tickets", ["title": "Write the content of a guide", "assignee_id": .string(chief)]
            ).json
            let found = try await client.get(path + "/tickets/\(made["id"]?.string ?? "")/suggestions").json["items"]?.array ?? []
            #expect(found.map { $0["name"] } == ["Robin", "Kim", "Sam"])
            #expect(
                found.first?["reasons"]
                    == ["Content Writer fits “write”, “content”", "has no open ticket", "is free now"])
            #expect(found.first?["is_free"] == true)
            _ = try await client.post(path + "/pause")
            let held = try await client.get(path + "/tickets/\(made["id"]?.string ?? "")/suggestions").json["items"]
            #expect(held?[0]?["reasons"]?.array?.last == "waits: the company is paused")
            #expect(held?[0]?["is_free"] == false)
        }
    }
}
