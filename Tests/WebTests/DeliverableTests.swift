import Domain
import Store
import Testing

@testable import Web

struct DeliverableTests {
    /// A writer under the chief.
    private func writer(_ own: Door.Furnished, _ client: Door.Client) async throws -> Employee.ID {
        Employee.ID(
            try await client.post(own.path + "/employees", ["role": "writer", "name": "Wren"]).json["id"]?.string ?? "")
    }

    private func file(_ name: String, by employee: Employee.ID?, _ own: Door.Furnished, _ door: Door) async throws -> VaultFile.ID
    {
        let owner = door.owner.id
        return try await door.store.write { transaction in
            let author: Author = employee.map { .employee($0) } ?? .user(owner)
            var intake = try door.store.vault.intake(for: own.company)
            try Array(name.utf8).withUnsafeBytes { try intake.append($0) }
            return try VaultFile.enter(
                intake.finish(), name: name, mimeType: "text/plain", text: nil, company: own.company, by: author,
                in: transaction
            ).id
        }
    }

    /// A ticket that the employee is to hand something in for.
    private func work(for writer: Employee.ID, _ own: Door.Furnished, _ client: Door.Client) async throws -> Ticket.ID {
        let body: JSONValue = ["title": "Draw it", "assignee_id": .string(writer.rawValue)]
        return Ticket.ID(try await client.post(own.path + "/tickets", body).json["id"]?.string ?? "")
    }

    private func attach(
        _ file: VaultFile.ID, by author: Author, _ ticket: Ticket.ID, _ own: Door.Furnished, _ door: Door
    )
        async throws
    {
        door.time.advance(by: .seconds(60))
        try await door.store.write {
            try Ticket.require(ticket, of: own.company, in: $0).attach(file, by: author, in: $0)
        }
    }

    @Test func `deliverables stand as their reviews do, from work to acceptance`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let writer = try await writer(own, client)
            let ticket = try await work(for: writer, own, client)
            let number = try await client.get(own.path + "/tickets/\(ticket)").json["number"]?.integer ?? 0
            func all(_ query: String = "") async throws -> JSONValue {
                try await client.get(own.path + "/deliverables" + query).json
            }
            func standings(_ query: String = "") async throws -> [String] {
                let items = try await all(query)["items"]?.array ?? []
                return items.map { "\($0["file"]?["original_name"]?.string ?? "") \($0["standing"]?.string ?? "")" }
            }
            #expect(try await standings() == [])
            let material = try await file("brief.txt", by: nil, own, door)
            try await attach(material, by: .user(door.owner.id), ticket, own, door)
            let sketch = try await file("sketch.txt", by: writer, own, door)
            try await attach(sketch, by: .employee(writer), ticket, own, door)
            #expect(try await standings() == ["sketch.txt in_work"])
            #expect(try await all()["items"]?[0]?["review"] == .null)
            try await door.submit(ticket, by: writer, of: own.company)
            let handedIn = try await all()["items"]?[0]
            #expect(handedIn?["standing"] == "awaiting_review")
            #expect(handedIn?["ticket"]?["key"]?.string == "OWN-\(number)")
            #expect(handedIn?["author"] == "Wren")
            #expect(handedIn?["file"]?["id"]?.string == sketch.rawValue)
            #expect(handedIn?["review"]?["reviewer"] == "Ada")
            #expect(handedIn?["review"]?["round"] == 1)
            let review = own.path + "/tickets/\(number)/review"
            #expect(try await client.post(review, ["outcome": "changes_requested", "comment": "Bolder"]).status == 200)
            #expect(try await standings() == ["sketch.txt sent_back"])
            #expect(try await all()["items"]?[0]?["review"]?["comment"] == "Bolder")
            let drawing = try await file("drawing.txt", by: writer, own, door)
            try await attach(drawing, by: .employee(writer), ticket, own, door)
            try await door.submit(ticket, by: writer, of: own.company)
            _ = try await client.post(review, ["outcome": "approved"])
            #expect(try await standings() == ["drawing.txt accepted", "sketch.txt sent_back"])
            #expect(try await all()["counts"]?["accepted"] == 1)
            #expect(try await all()["counts"]?["in_work"] == 0)
            #expect(try await standings("?standing=sent_back") == ["sketch.txt sent_back"])
            #expect(try await standings("?author_id=\(own.chief)") == [])
            #expect(try await standings("?ticket=OWN-\(number)&author_id=\(writer)").count == 2)
            #expect(try await standings("?ticket=1") == [])
            #expect(try await client.get(own.path + "/deliverables?ticket=99").status == 404)
            #expect(try await client.get(own.path + "/deliverables?standing=lost").status == 422)
            let first = try await all("?limit=1")
            #expect(first["items"]?[0]?["file"]?["original_name"] == "drawing.txt")
            #expect(try await standings("?limit=1&after=\(first["next"]?.string ?? "")") == ["sketch.txt sent_back"])
        }
    }

    @Test func `a file that nobody names again stands as what became of the ticket`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let writer = try await writer(own, client)
            let ticket = try await work(for: writer, own, client)
            let sketch = try await file("sketch.txt", by: writer, own, door)
            try await attach(sketch, by: .employee(writer), ticket, own, door)
            for (outcome, standing) in [("changes_requested", "sent_back"), ("approved", "accepted")] {
                door.time.advance(by: .seconds(60))
                try await door.submit(ticket, by: writer, of: own.company)
                let review: JSONValue = ["outcome": .string(outcome), "comment": "The text."]
                #expect(try await client.post(own.path + "/tickets/\(ticket)/review", review).status == 200)
                let found = try await client.get(own.path + "/deliverables").json["items"]?.array ?? []
                #expect(found.map { $0["standing"]?.string } == [standing])
            }
        }
    }

    @Test func `a file that is handed in once more stands as its latest review`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let writer = try await writer(own, client)
            let ticket = try await work(for: writer, own, client)
            let sketch = try await file("sketch.txt", by: writer, own, door)
            for _ in 1...2 {
                door.time.advance(by: .seconds(60))
                _ = try await door.store.write {
                    try Ticket.require(ticket, of: own.company, in: $0).submit(
                        result: "Here.", files: [sketch], by: writer, chain: .root, in: $0)
                }
                let found = try await client.get(own.path + "/deliverables").json["items"]?.array ?? []
                #expect(found.map { $0["standing"] } == ["awaiting_review"])
                _ = try await client.post(
                    own.path + "/tickets/\(ticket)/review", ["outcome": "changes_requested", "comment": "Bolder"])
            }
            _ = try await client.put(own.path + "/tickets/\(ticket)/closure")
            #expect(try await client.get(own.path + "/deliverables").json["items"]?[0]?["review"]?["round"] == 2)
        }
    }
}
