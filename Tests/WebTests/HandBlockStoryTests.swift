import Domain
import Store
import Testing

@testable import Web

/// A ticket that a person blocks by hand, as clients meet it.
struct HandBlockStoryTests {
    @Test func `everything says who blocked a ticket and why, until it is let go on`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let made = try await client.post(
                own.path + "/tickets", ["title": "Paint", "assignee_id": .string(own.chief.rawValue)]
            ).json
            let path = own.path + "/tickets/\(made["id"]?.string ?? "")"
            #expect(try await client.put(path + "/block", ["reason": " "]).field == "reason")
            let blocked = try await client.put(path + "/block", ["reason": "No paint."]).json
            let words = "Blocked by hand by Owner: No paint."
            #expect(blocked["status"] == "blocked")
            #expect(blocked["blocked_reason"]?.string == words)
            #expect(blocked["blocked_by"]?.string == door.owner.id.rawValue)
            let why = try await client.get("/api/tickets/\(made["id"]?.string ?? "")/explain").json
            #expect(why["state"] == "blocked")
            #expect(why["finding"]?["reason"] == "ticket_blocked")
            #expect(why["finding"]?["message"]?.string == words)
            let queue = try await client.get(own.path + "/queue").json["items"]?.array ?? []
            let work = queue.first { $0["ticket_id"] == made["id"] }
            #expect(work?["waits_for"]?["message"]?.string == words)
            #expect(try await client.get(own.path + "/inbox?kind=blocked_ticket").json["items"] == [])
            #expect(try await client.delete(path + "/block").json["status"] == "in-progress")
            #expect(try await client.delete(path + "/block").status == 409)
            _ = try await client.put(path + "/closure")
            #expect(try await client.put(path + "/block", ["reason": "Late"]).status == 409)
        }
    }

    @Test func `an answer does not let it go on, and it goes back to the question that is open`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let path = own.path + "/tickets/1"
            func status() async throws -> JSONValue? { try await client.get(path).json["status"] }
            _ = try await client.put(path + "/block", ["reason": "No paint."])
            let open = try await client.delete(path + "/block").json
            #expect(open["status"] == "blocked")
            #expect(open["blocked_reason"]?.string?.contains("Red or blue?") == true)
            #expect(open["blocked_by"] == .null)
            _ = try await client.put(path + "/block", ["reason": "No paint."])
            _ = try await client.put(own.path + "/questions/\(own.ids["question"] ?? "")/answer", ["answer": "Red"])
            #expect(try await status() == "blocked")
            #expect(try await client.delete(path + "/block").json["status"] == "in-progress")
        }
    }

    @Test func `a ticket that is closed while it is blocked by hand is no longer so when it is opened again`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let path = own.path + "/tickets/1"
            _ = try await client.put(path + "/block", ["reason": "No paint."])
            #expect(try await client.put(path + "/closure").json["blocked_by"] == .null)
            #expect(try await client.delete(path + "/closure").json["status"] == "open")
        }
    }
}
