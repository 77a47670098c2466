import Domain
import Store
import Testing

@testable import Web

struct CompanyStoryTests {
    @Test func `a company is founded, staffed, paused and shown in figures`() async throws {
        try await Door().open { client async throws in
            let made = try await client.post("/api/companies", ["name": "Aurora Works", "mission": "Things that last"])
            #expect(made.status == 201)
            #expect(made.json["slug"]?.string == "aurora-works")
            #expect(made.json["settings"]?["mission"]?.string == "Things that last")
            let chief = try await client.post("/api/companies/aurora-works/employees", ["role": "chief executive"])
            #expect(chief.json["name"]?.string?.isEmpty == false)
            let writer = try await client.post("/api/companies/aurora-works/employees", ["role": "writer", "name": "Noor"])
            #expect(writer.json["level"]?.string == "IC")
            let org = try await client.get("/api/companies/aurora-works/org")
            #expect(org.json["roots"]?[0]?["reports"]?[0]?["name"]?.string == "Noor")
            let figures = try await client.get("/api/companies/aurora-works")
            #expect(figures.json["counts"]?["employees"] == 2)
            #expect(figures.json["cost_usd"] == "0")
            #expect(try await client.post("/api/companies/aurora-works/pause").json["status"] == "paused")
            #expect(try await client.post("/api/companies/aurora-works/resume").json["status"] == "running")
            #expect(try await client.get("/api/roles").json["items"]?.array?.count == 2)
        }
    }

    @Test func `a company that was closed down can be read and is not changed until it is restored`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            #expect(try await client.post(company + "/archive").status == 200)
            let changes: [(String, JSONValue)] = [
                ("/tickets", ["title": "Write it"]), ("/goals", ["title": "Open"]), ("/pause", [:]),
                ("/employees/\(chief)/wake", [:]), ("/threads/\(thread)/messages", ["content": "Hello"]),
                ("/threads", ["kind": "broadcast"]),
            ]
            for (path, body) in changes {
                let answer = try await client.post(company + path, body)
                #expect(answer.status == 409, "\(path)")
                #expect(answer.json["error"]?["message"] == "The company is closed down: restore it first.")
            }
            #expect(try await client.get(company + "/threads/\(thread)/messages").status == 200)
            #expect(try await client.put(company + "/threads/\(thread)/read", [:]).status == 200)
            #expect(try await client.post(company + "/restore").status == 200)
            #expect(try await client.post(company + "/tickets", ["title": "Write it"]).status == 201)
        }
    }

    @Test func `a ticket goes from filed to reopened`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let ticket = try await client.post(company + "/tickets", ["title": "Write it", "priority": "high", "labels": ["a"]])
            #expect(ticket.status == 201)
            #expect(ticket.json["labels"] == ["a"])
            #expect(ticket.json["assignee_id"] == .null)
            let path = company + "/tickets/1"
            #expect(
                try await client.put(path + "/assignee", ["assignee_id": .string(chief)]).json["assignee_id"]?.string == chief)
            #expect(try await client.patch(path, ["title": "Write it well"]).json["title"] == "Write it well")
            #expect(try await client.post(path + "/comments", ["content": "Please hurry"]).status == 201)
            let shown = try await client.get(path)
            #expect(shown.json["messages"]?[0]?["content"] == "Please hurry")
            #expect(try await client.get(company + "/queue").json["items"]?.array?.count == 2)
            #expect(try await client.put(path + "/closure").json["status"] == "done")
            let left = try await client.get(company + "/queue").json["items"]?.array ?? []
            #expect(left.map { $0["cause"] } == ["comment"], "who asks about a ticket is answered, also when it is done")
            #expect(try await client.delete(path + "/closure").json["status"] == "open")
            #expect(try await client.delete(path + "/block").status == 409)
            #expect(try await client.get(company + "/tickets?status=open").json["items"]?.array?.count == 1)
        }
    }

    @Test func `a goal gives the head of the company a ticket, and a project counts it`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let goal = try await client.post(company + "/goals", ["title": "Open a café"])
            let tickets = try await client.get(company + "/goals/\(goal.json["id"]?.string ?? "")").json["tickets"]
            #expect(tickets?[0]?["assignee_id"]?.string == chief)
            let project = try await client.post(company + "/projects", ["title": "Spring", "lead_id": .string(chief)])
            let linked = try await client.put(company + "/projects/\(project.json["id"]?.string ?? "")/tickets/1")
            #expect(linked.json["tickets"]?.array?.count == 1)
        }
    }

    @Test func `a message in a direct thread waits for its employee`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            #expect(try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string == thread)
            #expect(try await client.post(company + "/threads/\(thread)/messages", ["content": "Good morning"]).status == 201)
            #expect(try await client.get(company + "/threads/\(thread)/messages").json["items"]?[0]?["content"] == "Good morning")
            #expect(try await client.get(company + "/queue").json["items"]?[0]?["cause"] == "message")
        }
    }

    @Test func `a file comes back as it went in, is found by its words, and is refused when it was changed`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, _) = try await client.found()
            let bytes = Array("The plan is to mend toasters.".utf8)
            let made = try await client.send(.post, company + "/files?name=plan.txt", bytes, type: "text/plain")
            #expect(made.status == 201)
            let path = company + "/files/\(made.json["id"]?.string ?? "")"
            let content = try await client.get(path + "/content")
            #expect(content.bytes == bytes)
            #expect(content.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(content.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
            #expect(try await client.get(company + "/files?q=mend%20toasters").json["items"]?.array?.count == 1)
            #expect(try await client.get(company + "/files?q=%22%20OR%20*").json["items"]?.array?.isEmpty == true)
            let stored = door.store.vault.root + "/" + (made.json["vault_path"]?.string ?? "")
            try "changed".write(toFile: stored, atomically: false, encoding: .utf8)
            #expect(try await client.get(path + "/content").code == "file_damaged")
        }
    }

    @Test func `a provider is added, changed and tried out`() async throws {
        try await Door().open { client async throws in
            let body: JSONValue = ["name": "My llama", "kind": "openai-compatible", "base_url": "http://127.0.0.1:8080/v1"]
            let made = try await client.post("/api/providers", body)
            #expect(made.status == 201)
            #expect(made.json["privacy_tier"] == "local")
            #expect(made.json["config"]?["base_url"] == "http://127.0.0.1:8080/v1")
            #expect(
                try await client.post(
                    "/api/providers",
                    ["id": "my-llama", "name": "L", "kind": "openai-compatible", "base_url": "https://x.example/v1"]
                ).status == 200)
            #expect(try await client.post("/api/providers/my-llama/test").json["problem"] == "Nobody answers.")
            #expect(try await client.post("/api/providers", ["name": "x", "kind": "openai-compatible"]).field == "base_url")
        }
    }
}
