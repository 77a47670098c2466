import Domain
import Testing

@testable import Web

/// Hiring people, putting them under one another, talking to them together.
struct PeopleStoryTests {
    @Test func `somebody new reports to whom the role says and gets a name`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let writer = try await client.post(company + "/employees", ["role": "content writer"])
            #expect(writer.status == 201)
            #expect(writer.json["title"] == "Content Writer")
            let shown = try await client.get(company + "/employees/\(writer.json["id"]?.string ?? "")")
            #expect(shown.json["manager_id"]?.string == chief)
            let other = try await client.post(company + "/employees", ["role": "writer"])
            #expect(other.json["name"] != writer.json["name"])
            #expect(try await client.get(company + "/employees/\(chief)").json["report_ids"]?.array?.count == 2)
        }
    }

    @Test func `nobody gets a name that is taken`() async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            var names: Set<String> = []
            for _ in 0..<40 {
                names.insert(try await client.post(company + "/employees", ["role": "writer"]).json["name"]?.string ?? "")
            }
            #expect(names.count == 40)
        }
    }

    @Test(arguments: ["copilot", "astronaut", "", "system-agent"])
    func `nobody is hired into a role that is none, or the system's`(role: String) async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            let answer = try await client.post(company + "/employees", ["role": .string(role)])
            #expect(answer.status == 422)
            #expect(answer.field == "role")
        }
    }

    @Test func `an employee is put under another, but not under themselves or a report`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let one = try await client.post(company + "/employees", ["role": "writer"]).json["id"]?.string ?? ""
            let two = try await client.post(company + "/employees", ["role": "writer"]).json["id"]?.string ?? ""
            #expect(try await client.put(company + "/employees/\(two)/manager", ["manager_id": .string(one)]).status == 200)
            #expect(try await client.get(company + "/employees/\(two)").json["manager_id"]?.string == one)
            for below in [chief, two] {
                let answer = try await client.put(company + "/employees/\(chief)/manager", ["manager_id": .string(below)])
                #expect([409, 422].contains(answer.status), "\(answer.status)")
            }
            let org = try await client.get(company + "/org").json["roots"]?.array?.filter { $0["id"]?.string == chief }
            #expect(org?.first?["reports"]?[0]?["reports"]?[0]?["id"]?.string == two)
        }
    }

    @Test func `somebody is let go once, is hidden in lists, and who turns to them is told who took over`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let noor =
                try await client.post(company + "/employees", ["role": "writer", "name": "Noor"]).json["id"]?.string ?? ""
            let ticket = try await client.post(company + "/tickets", ["title": "Write", "assignee_id": .string(noor)])
            let thread = try await client.post(company + "/employees/\(noor)/thread").json["id"]?.string ?? ""
            for _ in 0..<2 {
                let gone = try await client.post(company + "/employees/\(noor)/dismiss")
                #expect(gone.status == 200)
                #expect(gone.json["status"] == "fired")
                #expect(gone.json["successor_id"]?.string == chief)
            }
            func names(_ query: String) async throws -> [String] {
                let items = try await client.get(company + "/employees" + query).json["items"]?.array ?? []
                return items.compactMap { $0["name"]?.string }
            }
            #expect(try await names("") == ["Ada"])
            #expect(try await names("?departed=true") == ["Ada", "Noor"])
            #expect(try await client.get(company).json["counts"]?["employees"] == 1)
            let roots = try await client.get(company + "/org").json["roots"]?.array
            #expect(roots?.compactMap { $0["name"]?.string } == ["Ada"])
            let number = ticket.json["number"]?.integer ?? 0
            #expect(try await client.get(company + "/tickets/\(number)").json["assignee_id"]?.string == chief)
            let told = try await client.post(company + "/threads/\(thread)/messages", ["content": "Hello?"])
            #expect(told.status == 409)
            #expect(told.code == "employee_departed")
            #expect(told.json["error"]?["details"]?["successor_id"]?.string == chief)
            #expect(told.message == "Noor no longer works here; Ada has taken over.")
            #expect(try await client.get("/api/employees/\(noor)/explain").json["finding"]?["reason"] == "departed")
            let top = try await client.post(company + "/employees/\(chief)/dismiss", ["successor_id": .string(noor)])
            #expect(top.code == "employee_departed")
        }
    }

    @Test func `the head of a company is let go only with a successor, unless nobody else is there`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let noor =
                try await client.post(company + "/employees", ["role": "writer", "name": "Noor"]).json["id"]?.string ?? ""
            let refused = try await client.post(company + "/employees/\(chief)/dismiss")
            #expect(refused.status == 422)
            #expect(refused.field == "successor_id")
            let gone = try await client.post(company + "/employees/\(chief)/dismiss", ["successor_id": .string(noor)])
            #expect(gone.json["successor_id"]?.string == noor)
            #expect(try await client.post(company + "/employees/\(noor)/dismiss").json["successor_id"] == .null)
        }
    }

    @Test func `a group is opened and spoken to by name`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let writer =
                try await client.post(company + "/employees", ["role": "writer", "name": "Noor"]).json["id"]?.string ?? ""
            let made = try await client.post(
                company + "/threads", ["subject": "Launch", "employee_ids": [.string(chief), .string(writer)]])
            #expect(made.status == 201)
            let thread = company + "/threads/\(made.json["id"]?.string ?? "")"
            #expect(try await client.get(thread).json["members"]?.array?.count == 3)
            for word in ["One", "Two", "@Noor three"] {
                #expect(try await client.post(thread + "/messages", ["content": .string(word)]).status == 201)
            }
            let latest = try await client.get(thread + "/messages?limit=2").json["items"]?.array?.compactMap {
                $0["content"]?.string
            }
            #expect(latest == ["Two", "@Noor three"])
            let waiting =
                try await client.get(company + "/queue").json["items"]?.array?.compactMap { $0["agent_id"]?.string } ?? []
            #expect(waiting.contains(writer))
            #expect(try await client.get(company + "/threads").json["items"]?[0]?["subject"] == "Launch")
        }
    }

    @Test func `roles are listed from the top, without the system's, and shown with their text`() async throws {
        try await Door().open { client async throws in
            let roles = try await client.get("/api/roles").json["items"]?.array?.compactMap { $0["id"]?.string }
            #expect(roles == ["ceo", "writer"])
            let role = try await client.get("/api/roles/test/writer")
            #expect(role.json["reports_to"] == ["ceo"])
            #expect(role.json["body"]?.string != nil)
            #expect(try await client.get("/api/roles/test/astronaut").status == 404)
        }
    }
}
