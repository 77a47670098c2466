import Domain
import Store
import Testing

@testable import Web

/// What people change of tickets, goals and projects after the fact.
struct PlanEditTests {
    @Test func `a ticket's due date and goal are set, changed, and taken away by null`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let (path, goal) = (own.path + "/tickets/1", own.ids["goal"] ?? "")
            let set = try await client.patch(path, ["due_at": 1_900_000_000_000, "goal_id": .string(goal)]).json
            #expect(set["due_at"] == 1_900_000_000_000)
            #expect(set["goal_id"]?.string == goal)
            // What is not named stays.
            #expect(try await client.patch(path, ["title": "Write it well"]).json["goal_id"]?.string == goal)
            let other = try await client.post(own.path + "/goals", ["title": "Shrink"]).json["id"]?.string ?? ""
            #expect(try await client.patch(path, ["goal_id": .string(other)]).json["goal_id"]?.string == other)
            let none = try await client.patch(path, ["due_at": .null, "goal_id": .null]).json
            #expect(none["due_at"] == .null)
            #expect(none["goal_id"] == .null)
            #expect(try await client.patch(path, ["goal_id": "none"]).field == "goal_id")
        }
    }

    @Test func `a goal's progress follows a ticket that moves to another`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let goal = own.path + "/goals/\(own.ids["goal"] ?? "")"
            func progress() async throws -> JSONValue? { try await client.get(goal).json["progress_pct"] }
            _ = try await client.put(own.path + "/tickets/1/closure")
            _ = try await client.patch(own.path + "/tickets/1", ["goal_id": .string(own.ids["goal"] ?? "")])
            #expect(try await progress() == 50)
            _ = try await client.patch(own.path + "/tickets/1", ["goal_id": .null])
            #expect(try await progress() == 0)
        }
    }

    @Test func `a ticket is taken away from whoever has it, and what waited for it with it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let made = try await client.post(
                own.path + "/tickets", ["title": "Paint", "assignee_id": .string(own.chief.rawValue)]
            ).json
            let path = own.path + "/tickets/\(made["id"]?.string ?? "")"
            let free = try await client.delete(path + "/assignee").json
            #expect(free["assignee_id"] == .null)
            #expect(free["status"] == "open")
            let queue = try await client.get(own.path + "/queue").json["items"]?.array ?? []
            #expect(!queue.contains { $0["ticket_id"] == made["id"] })
            let why = try await client.get("/api/tickets/\(made["id"]?.string ?? "")/explain").json
            #expect(why["finding"]?["reason"] == "unassigned")
            #expect(try await client.delete(path + "/assignee").status == 200)
            _ = try await client.put(path + "/closure")
            #expect(try await client.delete(path + "/assignee").status == 409)
        }
    }

    @Test func `whoever is at a ticket that is taken away from them is stopped`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await client.found()
            let made = try await client.post(own.path + "/tickets", ["title": "Paint", "assignee_id": .string(own.chief)]).json
            let (work, run) = try await door.claim()
            _ = try await client.delete(own.path + "/tickets/1/assignee")
            try await door.finish(run, of: work)
            let ended = try await client.get(own.path + "/runs/\(run.id)").json
            #expect(ended["status"] == "cancelled")
            let ticket = try await client.get(own.path + "/tickets/\(made["id"]?.string ?? "")").json
            #expect(ticket["status"] == "open")
            #expect(ticket["assignee_id"] == .null)
        }
    }

    @Test func `a goal is closed, given up and taken up again by hand`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let path = own.path + "/goals/\(own.ids["goal"] ?? "")"
            for status in ["abandoned", "active", "achieved"] {
                #expect(try await client.patch(path, ["status": .string(status)]).json["status"]?.string == status)
                #expect(try await client.get(path).json["status"]?.string == status)
            }
            #expect(try await client.patch(path, ["status": "lost"]).field == "status")
            #expect(try await client.patch(path, ["title": " "]).field == "title")
            let dated = try await client.patch(path, ["target_date": 1_900_000_000_000, "title": "Grow fast"]).json
            #expect(dated["target_date"] == 1_900_000_000_000)
            #expect(dated["title"] == "Grow fast")
            #expect(try await client.patch(path, ["target_date": .null]).json["target_date"] == .null)
        }
    }

    @Test func `a goal that a person called achieved stays so while its tickets end, until one is opened again`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let goal = own.ids["goal"] ?? ""
            let path = own.path + "/goals/\(goal)"
            func status() async throws -> JSONValue? { try await client.get(path).json["status"] }
            _ = try await client.patch(own.path + "/tickets/1", ["goal_id": .string(goal)])
            _ = try await client.patch(path, ["status": "achieved"])
            _ = try await client.put(own.path + "/tickets/1/closure")
            #expect(try await status() == "achieved")
            _ = try await client.delete(own.path + "/tickets/1/closure")
            #expect(try await status() == "active")
        }
    }

    @Test func `a project is completed and put away, and loses what it need not have`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let path = own.path + "/projects/\(own.ids["project"] ?? "")"
            let chief = JSONValue.string(own.chief.rawValue)
            let set = try await client.patch(
                path, ["goal_id": .string(own.ids["goal"] ?? ""), "lead_id": chief, "status": "active", "priority": "high"]
            ).json
            #expect(set["lead_id"] == chief)
            #expect(set["status"] == "active")
            #expect(set["priority"] == "high")
            for status in ["completed", "archived", "planning"] {
                #expect(try await client.patch(path, ["status": .string(status)]).json["status"]?.string == status)
            }
            let none = try await client.patch(path, ["goal_id": .null, "lead_id": .null, "target_date": .null]).json
            #expect(none["goal_id"] == .null)
            #expect(none["lead_id"] == .null)
            #expect(try await client.get(path).json["priority"] == "high")
        }
    }
}
