import Domain
import Store
import Testing

@testable import Web

/// What people do about work that is under way.
struct WorkStoryTests {
    @Test func `an answered question lets the ticket go on`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            let question = own.path + "/questions/\(own.ids["question"] ?? "")"
            #expect(try await client.get(own.path + "/tickets/1").json["status"] == "blocked")
            #expect(try await client.get(own.path + "/questions?status=open").json["items"]?[0]?["prompt"] == "Red or blue?")
            let answered = try await client.put(question + "/answer", ["answer": "Red"])
            #expect(answered.json["status"] == "answered")
            #expect(answered.json["answer"] == "Red")
            #expect(try await client.get(own.path + "/tickets/1").json["status"] == "in-progress")
            #expect(try await client.get(own.path + "/questions?status=open").json["items"] == [])
            #expect(try await client.put(question + "/answer", ["answer": "Blue"]).status == 409)
        }
    }

    @Test func `a choice is answered with one of its options`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            let id = try await door.ask("Which?", options: ["tea", "coffee"], by: own.chief, on: own.ticket, of: own.company)
            let wrong = try await client.put(own.path + "/questions/\(id)/answer", ["answer": "milk"])
            #expect(wrong.status == 422)
            #expect(wrong.field == "answer")
            #expect(wrong.message.contains("tea, coffee"))
            #expect(try await client.put(own.path + "/questions/\(id)/answer", ["answer": "tea"]).status == 200)
        }
    }

    @Test func `a blocked ticket is let go on by hand`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            #expect(
                try await client.get(own.path + "/tickets/1").json["blocked_reason"]?.string?.contains("Red or blue?") == true)
            #expect(try await client.delete(own.path + "/tickets/1/block").status == 409)
            let withdrawal: JSONValue = ["reason": "We decide later", "resume": false]
            _ = try await client.put(own.path + "/questions/\(own.ids["question"] ?? "")/withdrawal", withdrawal)
            let ticket = try await client.delete(own.path + "/tickets/1/block")
            #expect(ticket.json["status"] == "in-progress")
            #expect(ticket.json["blocked_reason"] == .null)
        }
    }

    /// A writer under the chief with a ticket that he has handed in, for the chief to look at.
    private func handedIn(_ door: Door, _ client: Door.Client) async throws -> (company: String, ticket: String) {
        let (company, _) = try await client.found()
        let writer = try await client.post(company + "/employees", ["role": "writer"]).json["id"]?.string ?? ""
        let ticket =
            try await client.post(company + "/tickets", ["title": "Write it", "assignee_id": .string(writer)]).json["id"]?.string
            ?? ""
        try await door.submit(
            Ticket.ID(ticket), by: Employee.ID(writer), of: Company.ID(company.split(separator: "/").last.map(String.init) ?? ""))
        return (company, company + "/tickets/" + ticket)
    }

    @Test func `the owner approves what was handed in`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (_, ticket) = try await handedIn(door, client)
            let shown = try await client.get(ticket)
            #expect(shown.json["review"]?["result"] == "It is written.")
            #expect(shown.json["review"]?["round"] == 1)
            #expect(try await client.post(ticket + "/review", ["outcome": "approved"]).json["status"] == "done")
            #expect(try await client.get(ticket).json["review"] == .null)
            #expect(try await client.post(ticket + "/review", ["outcome": "approved"]).status == 409)
        }
    }

    @Test func `the owner sends back what was handed in, and says why`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, ticket) = try await handedIn(door, client)
            let silent = try await client.post(ticket + "/review", ["outcome": "changes_requested"])
            #expect(silent.status == 422)
            #expect(silent.field == "comment")
            let body: JSONValue = ["outcome": "changes_requested", "comment": "Shorter, please"]
            #expect(try await client.post(ticket + "/review", body).json["status"] != "done")
            let said = try await client.get(ticket).json["messages"]?.array?.compactMap { $0["content"]?.string } ?? []
            #expect(said.contains { $0.contains("Shorter, please") })
            let waiting = try await client.get(company + "/queue").json["items"]?.array?.compactMap { $0["cause"]?.string } ?? []
            #expect(waiting.contains("changes_requested"))
        }
    }

    @Test func `a run is shown with its steps and its tool calls`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            let id = own.ids["run"] ?? ""
            #expect(try await client.get(own.path + "/runs").json["items"]?[0]?["id"]?.string == id)
            let run = try await client.get(own.path + "/runs/\(id)").json
            #expect(run["cost_usd"] == "0")
            #expect(run["steps"]?[0]?["text"] == "I read it.")
            #expect(run["tool_calls"]?[0]?["tool_name"] == "read_file")
            let calls = try await client.get(own.path + "/tool_calls?run_id=\(id)")
            #expect(calls.json["items"]?[0]?["latency_ms"] == 3)
            #expect(try await client.get(own.path + "/tool_calls").field == "run_id")
        }
    }

    @Test func `a file is attached to the ticket that it is for`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            let path = own.path + "/files?name=notes%20%26%20plans.txt&ticket_id=\(own.ticket)"
            let file = try await client.send(.post, path, Array("notes".utf8), type: "text/plain")
            #expect(file.status == 201)
            #expect(file.json["original_name"] == "notes & plans.txt")
            #expect(file.json["extracted_text"] == .null)
            #expect(try await client.get(own.path + "/tickets/1").json["files"]?[0]?["id"] == file.json["id"])
            let content = try await client.get(own.path + "/files/\(file.json["id"]?.string ?? "")/content")
            #expect(content.headers[.contentDisposition] == "attachment; filename*=UTF-8''notes%20%26%20plans.txt")
            #expect(content.headers[.xContentTypeOptions] == "nosniff")
        }
    }
}
