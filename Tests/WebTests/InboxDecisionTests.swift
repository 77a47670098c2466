import Domain
import Testing

@testable import Store
@testable import Web

/// What waits for a person that nobody has asked them: reviews, budgets, and failures until they are done with.
struct InboxDecisionTests {
    private func inbox(_ kind: InboxKind, _ own: Door.Furnished, _ client: Door.Client) async throws -> [JSONValue] {
        try await client.get(own.path + "/inbox?kind=\(kind.rawValue)").json["items"]?.array ?? []
    }

    /// The count of the inbox, of the floor, and of what is listed.
    private func counts(_ own: Door.Furnished, _ client: Door.Client) async throws -> [Int64?] {
        [
            try await client.get(own.path + "/inbox/counts").json["total"]?.integer,
            try await client.get(own.path + "/floor").json["needs_you"]?["count"]?.integer,
            Int64(try await client.get(own.path + "/inbox?limit=100").json["items"]?.array?.count ?? -1),
        ]
    }

    /// A ticket that a writer has handed in and that waits for the chief.
    private func handIn(_ own: Door.Furnished, _ door: Door, _ client: Door.Client) async throws -> String {
        let writer = try await client.post(own.path + "/employees", ["role": "writer", "name": "Robin"]).json["id"] ?? .null
        let made = try await client.post(own.path + "/tickets", ["title": "Paint", "assignee_id": writer]).json
        try await door.submit(
            Ticket.ID(made["id"]?.string ?? ""), by: Employee.ID(writer.string ?? ""), of: own.company)
        return made["id"]?.string ?? ""
    }

    @Test func `what was handed in waits for a person when its reviewer is not going to look`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let ticket = try await handIn(own, door, client)
            #expect(try await inbox(.review, own, client) == [])
            let queue = try await client.get(own.path + "/queue").json["items"]?.array ?? []
            let work = try #require(queue.first { $0["cause"] == "review_request" }?["id"]?.string)
            #expect(try await client.delete(own.path + "/queue/\(work)").status == 200)
            let item = try #require(try await inbox(.review, own, client).first)
            #expect(item["title"] == "Paint")
            #expect(item["employee"] == "Robin")
            #expect(item["detail"] == "It is written.")
            #expect(item["ticket_id"]?.string == ticket)
            #expect(try await inbox(.blockedTicket, own, client) == [])
            #expect(Set(try await counts(own, client)).count == 1)
            #expect(try await client.get(own.path + "/inbox/counts").json["reviews"] == 1)
            let path = own.path + "/inbox/\(item["id"]?.string ?? "")/snooze"
            let until = door.time.now() + .seconds(60)
            #expect(try await client.put(path, ["until": .integer(until.milliseconds)]).status == 200)
            #expect(try await inbox(.review, own, client) == [])
            _ = try await client.put(path)
            #expect(try await inbox(.review, own, client).first?["id"] == item["id"])
            let decided = try await client.post(item["action"]?["path"]?.string ?? "", ["outcome": "approved"])
            #expect(decided.json["status"] == "done")
            #expect(try await inbox(.review, own, client) == [])
        }
    }

    @Test func `a budget that holds work waits for a person until it is raised`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let made = try await client.post(own.path + "/budgets", ["scope_kind": "company", "hard_cap_usd": "0.01"]).json
            let id = made["id"]?.string ?? ""
            #expect(try await inbox(.budget, own, client) == [])
            let shortage = BudgetShortage(policy: BudgetPolicy.ID(id), wanted: try Money("2.5"), summary: "It is too much.")
            _ = try await door.store.write { try BudgetPolicy.holdUp(for: shortage, in: $0) }
            let item = try #require(try await inbox(.budget, own, client).first)
            #expect(item["id"]?.string == id)
            #expect(item["title"] == "The budget of the company is used up")
            #expect(item["detail"] == "$0 of $0.01 spent; what costs money waits")
            #expect(item["since"]?.integer == door.time.now().milliseconds)
            #expect(Set(try await counts(own, client)).count == 1)
            let raised = try await client.patch(item["action"]?["path"]?.string ?? "", ["hard_cap_usd": "40"])
            #expect(raised.status == 200)
            #expect(try await inbox(.budget, own, client) == [])
            #expect(Set(try await counts(own, client)).count == 1)
        }
    }

    @Test func `failed work that a person is done with stays away, and what fails anew is there`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            func fail() async throws -> String {
                let work = try await door.waitingWork(for: own.chief, of: own.company)
                try await door.store.write { transaction in
                    try transaction.execute(
                        """
                        UPDATE agent_wakeup_requests SET status = 'failed', completed_at = \(transaction.now), last_error = 'No key.'
                        WHERE id = \(work)
                        """)
                }
                return work
            }
            // What the company was furnished with waits for the same.
            _ = try await client.delete(own.path + "/queue/\(own.ids["work"] ?? "")")
            let first = try await fail()
            #expect(try await inbox(.failedWork, own, client).map { $0["id"]?.string } == [first])
            let path = own.path + "/inbox/\(first)/done"
            #expect(try await client.put(path).json["is_done"] == true)
            door.time.advance(by: .seconds(3 * 86_400))
            #expect(try await inbox(.failedWork, own, client) == [])
            #expect(Set(try await counts(own, client)).count == 1)
            #expect(try await client.delete(path).json["is_done"] == false)
            #expect(try await inbox(.failedWork, own, client).map { $0["id"]?.string } == [first])
            #expect(try await client.put(path).status == 200)
            let second = try await fail()
            #expect(try await inbox(.failedWork, own, client).map { $0["id"]?.string } == [second])
            let question = try await client.put(own.path + "/inbox/\(own.ids["question"] ?? "")/done")
            #expect(question.status == 409)
            #expect(try await client.put(own.path + "/inbox/nothing/done").status == 404)
        }
    }
}
