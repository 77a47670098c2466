import Domain
import Store
import Testing

@testable import Web

/// What people see and say of what is remembered.
struct MemoryStoryTests {
    @Test func `a summary is written by hand, facts are pinned, changed and unpinned, and the next turn is told of them`()
        async throws
    {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let thread =
                company + "/threads/" + (try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? "")
            let empty = try await client.get(thread + "/digest").json
            #expect(empty["summary"] == "")
            #expect(empty["is_queued"] == false)

            let message = try await client.post(thread + "/messages", ["content": "The budget is 500."]).json["id"]
            #expect(try await client.put(thread + "/digest", ["summary": "They plan."]).json["freshness"] == "fresh")
            let body: JSONValue = ["fact": "The budget is 400.", "source_message_id": message ?? .null]
            let pinned = try await client.post(thread + "/digest/facts", body)
            #expect(pinned.status == 201)
            #expect(pinned.json["source_message_id"] == message)
            #expect(try await client.post(thread + "/digest/facts", body).status == 200)
            let fact = thread + "/digest/facts/" + (pinned.json["id"]?.string ?? "")
            #expect(try await client.put(fact, ["fact": "The budget is 500."]).json["fact"] == "The budget is 500.")

            let context = try await client.get(thread + "/context").json
            #expect(context["messages"]?[0]?["content"]?.string?.contains("- The budget is 500.") == true)
            #expect(context["messages"]?[0]?["content"]?.string?.contains("They plan.") == true)
            let kinds = context["blocks"]?.array?.filter { $0["decision"] == "included" }.compactMap { $0["kind"]?.string }
            #expect(kinds?.contains("facts") == true)
            #expect(kinds?.contains("message") == true)

            let second = try await client.post(thread + "/digest/facts", ["fact": "It opens in May."]).json["id"] ?? .null
            let ordered = try await client.put(thread + "/digest/facts", ["ids": [second]])
            #expect(
                ordered.json["pinned_facts"]?.array?.compactMap { $0["fact"]?.string } == [
                    "It opens in May.", "The budget is 500.",
                ])
            #expect(try await client.put(thread + "/digest/facts", ["ids": ["nothing"]]).field == "ids")
            #expect(try await client.delete(thread + "/digest/facts/" + (second.string ?? "")).status == 200)

            #expect(try await client.delete(fact).json["pinned_facts"] == [])
            #expect(try await client.delete(fact).status == 404)
        }
    }

    @Test func `a fact names a message of its own thread, and is not empty`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let thread =
                company + "/threads/" + (try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? "")
            let foreign = try await client.post(thread + "/digest/facts", ["fact": "F", "source_message_id": "nothing"])
            #expect(foreign.field == "source_message_id")
            #expect(try await client.post(thread + "/digest/facts", ["fact": " "]).field == "fact")
            #expect(try await client.post(thread + "/digest/refresh").status == 409)
        }
    }

    @Test func `the context is what any of its two addresses says, for whoever is named`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let thread = own.ids["thread"] ?? ""
            let long = try await client.get(own.path + "/threads/\(thread)/context?employee=\(own.chief)&cause=manual").json
            #expect(long["cause"] == "manual")
            #expect(long["employee_id"] == .string(own.chief.rawValue))
            #expect(long["window"]?.integer ?? 0 > long["used"]?.integer ?? 0)
            #expect(long["tools"]?.array?.isEmpty == false)
            let short = try await client.get("/api/threads/\(thread)/context?employee=\(own.chief)&cause=manual").json
            #expect(short["system"] == long["system"])
            #expect(try await client.get("/api/threads/nothing/context").status == 404)
            #expect(try await client.get(own.path + "/threads/\(thread)/context?cause=boredom").field == "cause")
            #expect(try await client.get(own.path + "/threads/\(thread)/context?employee=nobody").status == 404)
        }
    }

    @Test func `a group asks whose turn it would be`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let writer = try await client.post(company + "/employees", ["role": "writer"]).json["id"] ?? .null
            let body: JSONValue = ["subject": "Plans", "employee_ids": [.string(chief), writer]]
            let group = try await client.post(company + "/threads", body).json["id"]?.string ?? ""
            let answer = try await client.get(company + "/threads/\(group)/context")
            #expect(answer.status == 422)
            #expect(answer.field == "employee")
        }
    }

    @Test func `a checkpoint that a person makes is taken up once`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let id = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            let thread = company + "/threads/" + id
            let made = try await client.post(
                thread + "/checkpoints", ["progress_summary": "Half of it.", "next_action": "The other half."])
            #expect(made.status == 201)
            #expect(made.json["checkpoint_kind"] == "manual")
            #expect(try await client.get(thread + "/checkpoints").json["items"]?[0]?["id"] == made.json["id"])
            #expect(try await client.post(thread + "/checkpoints", ["progress_summary": ""]).field == "progress_summary")

            let resume = company + "/checkpoints/\(made.json["id"]?.string ?? "")/resume"
            let first = try await client.post(resume)
            let second = try await client.post(resume)
            #expect((first.status, second.status) == (201, 200))
            #expect(first.json["id"] == second.json["id"])
            #expect(first.json["cause"] == "manual")
            let context = try await client.get(thread + "/context").json
            #expect(context["wakeup_id"] == first.json["id"])
            #expect(context["messages"]?[0]?["content"]?.string?.contains("next: The other half.") == true)
        }
    }

    @Test(arguments: [("context_budget", 5), ("digest_threshold", 1), ("checkpoint_history", 0)])
    func `a setting of the memory has its range`(key: String, value: Int64) async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            let refused = try await client.patch(company, ["settings": .object([key: .integer(value)])])
            #expect(refused.field == "settings.\(key)")
            #expect(try await client.patch(company, ["settings": .object([key: .null])]).status == 200)
        }
    }
}
