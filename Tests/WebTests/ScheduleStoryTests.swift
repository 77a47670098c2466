import Domain
import Store
import Testing

@testable import Web

/// The calendar, as a client keeps it.
struct ScheduleStoryTests {
    private static let day: Int64 = 86_400_000

    @Test func `an entry is made, moved, done and taken out`() async throws {
        let door = try await Door()
        let now = door.time.now().milliseconds
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let body: JSONValue = [
                "title": "Call the printer", "starts_at": .integer(now + Self.day), "assignee_id": .string(chief),
                "priority": "high",
            ]
            let made = try await client.post(path + "/schedule", body)
            #expect(made.status == 201 && made.json["status"] == "scheduled" && made.json["source_kind"] == "manual")
            let work = made.json["wakeup_request_id"]?.string ?? ""
            let queue = try await client.get(path + "/queue").json["items"]?.array ?? []
            #expect(queue.map { $0["id"]?.string } == [work])
            #expect(queue.first?["cause"] == "schedule" && queue.first?["priority"] == 70)
            #expect(queue.first?["waits_for"]?["until"]?.integer == now + Self.day)
            let one = path + "/schedule/\(made.json["id"]?.string ?? "")"
            let renamed = try await client.patch(one, ["title": "Ring the printer"])
            #expect(renamed.json["wakeup_request_id"]?.string == work, "nothing but the title has changed")
            let moved = try await client.patch(one, ["starts_at": .integer(now + 2 * Self.day)])
            #expect(moved.json["wakeup_request_id"]?.string != work)
            #expect(try await client.get(path + "/queue").json["items"]?.array?.count == 1)
            let done = try await client.post(one + "/complete")
            #expect(done.json["status"] == "completed" && done.json["completed_at"]?.integer == now)
            #expect(done.json["wakeup_request_id"] == .null)
            #expect(try await client.get(path + "/queue").json["items"] == [])
            #expect(try await client.delete(one).status == 200)
            #expect(try await client.get(one).status == 404)
        }
    }

    @Test func `what may be missing is taken away by null`() async throws {
        let door = try await Door()
        let now = door.time.now().milliseconds
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let body: JSONValue = [
                "title": "Fair", "starts_at": .integer(now + Self.day), "ends_at": .integer(now + 2 * Self.day),
                "reminder_at": .integer(now + 1000), "assignee_id": .string(chief),
            ]
            let one = path + "/schedule/\(try await client.post(path + "/schedule", body).json["id"]?.string ?? "")"
            #expect(try await client.get(path + "/queue").json["items"]?.array?.count == 2)
            let bare = try await client.patch(one, ["ends_at": .null, "reminder_at": .null, "assignee_id": .null])
            #expect(bare.json["ends_at"] == .null && bare.json["assignee_id"] == .null)
            #expect(try await client.get(path + "/queue").json["items"] == [])
        }
    }

    @Test func `dates of tickets, projects and goals are in the calendar, and a window shows what overlaps it`() async throws {
        let door = try await Door()
        let now = door.time.now().milliseconds
        try await door.open { client async throws in
            let (path, _) = try await client.found()
            _ = try await client.post(path + "/tickets", ["title": "Ticket", "due_at": .integer(now + 3 * Self.day)])
            _ = try await client.post(path + "/projects", ["title": "Project", "target_date": .integer(now + 4 * Self.day)])
            _ = try await client.post(path + "/goals", ["title": "Goal", "target_date": .integer(now - Self.day)])
            let fair: JSONValue = [
                "title": "Fair", "starts_at": .integer(now), "ends_at": .integer(now + 3 * Self.day), "kind": "milestone",
            ]
            _ = try await client.post(path + "/schedule", fair)
            func titles(_ query: String) async throws -> [String] {
                try await client.get(path + "/schedule" + query).json["items"]?.array?.compactMap { $0["title"]?.string } ?? []
            }
            #expect(try await titles("") == ["Goal", "Fair", "Ticket", "Project"])
            #expect(try await titles("?own=true") == ["Fair"])
            #expect(try await titles("?from=\(now + 2 * Self.day)&to=\(now + 3 * Self.day)") == ["Fair", "Ticket"])
            #expect(try await titles("?from=\(now + 5 * Self.day)") == [])
            let items = try await client.get(path + "/schedule").json["items"]?.array ?? []
            #expect(items.map { $0["source_kind"] } == ["goal_due", "manual", "ticket_due", "project_due"])
            #expect(items.map { $0["priority"] } == ["high", "medium", "medium", "medium"])
            let derived = items.last?["id"]?.string ?? ""
            #expect(try await client.patch(path + "/schedule/\(derived)", ["title": "T"]).status == 409)
            _ = try await client.put(path + "/tickets/1/closure")
            #expect(try await client.get(path + "/schedule?from=x").field == "from")
        }
    }

    @Test(arguments: [
        (#"{"title": "", "starts_at": 1}"#, "title"), (#"{"title": "T"}"#, "starts_at"),
        (#"{"title": "T", "starts_at": 0}"#, "starts_at"), (#"{"title": "T", "starts_at": 5, "ends_at": 4}"#, "ends_at"),
        (#"{"title": "T", "starts_at": 5, "kind": "party"}"#, "kind"),
        (#"{"title": "T", "starts_at": 5, "reminder_at": -1}"#, "reminder_at"),
        (#"{"title": "T", "starts_at": 5, "reminder_at": 6}"#, "reminder_at"),
    ])
    func `an entry that cannot be is refused by its member`(body: String, field: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, _) = try await client.found()
            let answer = try await client.send(.post, path + "/schedule", Array(body.utf8))
            #expect(answer.status == 422 && answer.field == field, "\(answer.message)")
        }
    }
}
