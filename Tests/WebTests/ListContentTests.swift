import Domain
import Store
import Testing

@testable import Web

/// What lists say of things, so that nobody has to ask for each of them.
struct ListContentTests {
    private func items(_ path: String, _ client: Door.Client) async throws -> [JSONValue] {
        try await client.get(path).json["items"]?.array ?? []
    }

    @Test func `runs say how they ended and why the model came to its end`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let run = Run.ID(own.ids["run"] ?? "")
            func first() async throws -> JSONValue? { try await items(own.path + "/runs", client).first }
            #expect(try await first()?["outcome"] == "running")
            #expect(try await first()?["stop_reason"] == .null)
            try await door.store.write { transaction in
                try transaction.execute("UPDATE run_steps SET finish_reason = 'length' WHERE run_id = \(run)")
                try transaction.execute("UPDATE runs SET status = 'success', ended_at = started_at WHERE id = \(run)")
            }
            #expect(try await first()?["outcome"] == "token_limit")
            #expect(try await first()?["stop_reason"] == "length")
            #expect(try await client.get(own.path + "/runs/\(run)").json["outcome"] == "token_limit")
        }
    }

    @Test func `tickets say whether they are in review, and those that are can be had alone`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let writer = try await client.post(own.path + "/employees", ["role": "writer", "name": "Robin"]).json["id"] ?? .null
            let made = try await client.post(own.path + "/tickets", ["title": "Paint", "assignee_id": writer]).json
            #expect(try await items(own.path + "/tickets?review=true", client) == [])
            try await door.submit(
                Ticket.ID(made["id"]?.string ?? ""), by: Employee.ID(writer.string ?? ""), of: own.company)
            let all = try await items(own.path + "/tickets", client)
            #expect(all.filter { $0["review"] != .null }.map { $0["title"] } == ["Paint"])
            let review = try await items(own.path + "/tickets?review=true", client)
            #expect(review.map { $0["id"] } == [made["id"]])
            #expect(review.first?["review"]?["status"] == "pending")
            #expect(review.first?["review"]?["result"] == "It is written.")
            _ = try await client.post(own.path + "/tickets/\(made["id"]?.string ?? "")/review", ["outcome": "approved"])
            #expect(try await items(own.path + "/tickets?review=true", client) == [])
        }
    }

    @Test func `a message says which run wrote it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let thread = try await client.post(path + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            _ = try await client.post(path + "/threads/\(thread)/messages", ["content": "Hello"])
            let (work, run) = try await door.claim()
            try await door.finish(run, of: work)
            let messages = try await items(path + "/threads/\(thread)/messages", client)
            #expect(messages.map { $0["run_id"] } == [.null, .string(run.id.rawValue)])
        }
    }

    @Test func `files name their ticket`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let path = own.path + "/files?name=plan.txt&ticket_id=\(own.ticket)"
            let file = try await client.send(.post, path, Array("tea".utf8), type: "text/plain").json["id"]?.string ?? ""
            let ticket: JSONValue = ["id": .string(own.ticket.rawValue), "key": "OWN-1", "title": "Write it"]
            let all = try await items(own.path + "/files", client)
            #expect(all.first { $0["id"]?.string == file }?["ticket"] == ticket)
            #expect(all.first { $0["id"]?.string == own.ids["file"] }?["ticket"] == .null)
            #expect(try await items(own.path + "/files?q=tea", client).first?["file"]?["ticket"] == ticket)
            #expect(try await client.get(own.path + "/files/\(file)").json["ticket"] == ticket)
        }
    }

    @Test func `threads are called by their ticket, their meeting or who takes part`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let all = try await items(own.path + "/threads", client)
            func one(_ kind: String) -> JSONValue? { all.first { $0["kind"]?.string == kind } }
            let own1 = all.first { $0["ticket"]?["id"]?.string == own.ticket.rawValue }
            #expect(own1?["name"] == "OWN-1 Write it")
            #expect(own1?["ticket"]?["key"] == "OWN-1")
            #expect(one("meeting")?["name"] == "Colours")
            #expect(one("meeting")?["meeting"]?["id"]?.string == own.ids["meeting"])
            #expect(one("dm")?["name"] == "Ada")
            #expect(one("dm")?["ticket"] == .null)
        }
    }
}
