import Domain
import HTTPTypes
import Testing

@testable import Web

struct IdempotencyTests {
    @Test func `whatever is made twice under one key is made once`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            _ = try await client.post(company + "/tickets", ["title": "T"])
            let creations: [(String, JSONValue)] = [
                ("/api/companies", ["name": "Borealis"]), (company + "/employees", ["role": "writer"]),
                (company + "/threads", ["subject": "S", "employee_ids": [.string(chief)]]),
                (company + "/threads/\(thread)/messages", ["content": "Hello"]),
                (company + "/tickets", ["title": "T", "assignee_id": .string(chief)]),
                (company + "/tickets/1/comments", ["content": "Hello"]), (company + "/goals", ["title": "G"]),
                (company + "/projects", ["title": "P"]),
                (company + "/threads/\(thread)/checkpoints", ["progress_summary": "Half of it."]),
            ]
            for (path, body) in creations {
                let one = try await client.post(path, body, key: "k")
                let before = try await door.eventCount()
                let two = try await client.post(path, body, key: "k")
                #expect((one.status, two.status) == (201, 200), "\(path)")
                #expect(one.json["id"] == two.json["id"], "\(path)")
                #expect(try await door.eventCount() == before, "\(path)")
                let other = try await client.post(path, body, key: "another")
                #expect(other.json["id"] != one.json["id"], "\(path)")
            }
        }
    }

    @Test func `a key counts in its own company only`() async throws {
        try await Door().open { client async throws in
            let (one, _) = try await client.found("One")
            let (two, _) = try await client.found("Two")
            let first = try await client.post(one + "/tickets", ["title": "T"], key: "k")
            let second = try await client.post(two + "/tickets", ["title": "T"], key: "k")
            #expect((first.status, second.status) == (201, 201))
            #expect(first.json["id"] != second.json["id"])
        }
    }

    @Test func `clients that send at once get the same thing`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let ids = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await client.post(company + "/tickets", ["title": "T"], key: "k").json["id"]?.string }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try await client.get(company + "/tickets").json["items"]?.array?.count == 1)
        }
    }

    @Test func `a key has at most 200 characters`() async throws {
        try await Door().open { client async throws in
            #expect(try await client.post("/api/companies", ["name": "A"], key: String(repeating: "k", count: 200)).status == 201)
            let long = try await client.post("/api/companies", ["name": "B"], key: String(repeating: "k", count: 201))
            #expect(long.status == 422)
            #expect(long.field == "Idempotency-Key")
        }
    }
}
