import Domain
import HTTPTypes
import Testing

@testable import Web

struct TenancyTests {
    /// The routes that name something inside a company.
    private static let routes = RouteTable.all.filter {
        $0.path.hasPrefix("/api/companies/{company}/") && $0.path.contains("/{") && $0.inner != nil
    }

    /// A body that would do, were the thing the company's own.
    private static func body(_ route: Route, _ own: Door.Furnished) -> JSONValue {
        if route.method == .put, route.path.hasSuffix("/facts") { return ["ids": []] }
        if route.path.hasSuffix("/facts/{fact}") { return ["fact": "All of it"] }
        return switch route.path.split(separator: "/").last {
        case "assignee": ["assignee_id": .string(own.chief.rawValue)]
        case "model": ["model": "mine"]
        case "manager": ["manager_id": .string(own.chief.rawValue)]
        case "fork": ["message_id": .string(own.ids["message"] ?? "")]
        case "comments", "messages", "guidance", "{message}": ["content": "Let me in"]
        case "wake", "end", "dismiss": [:]
        case "interject": ["content": "Let me in"]
        case "call-on": ["employee_id": .string(own.chief.rawValue)]
        case "review": ["outcome": "approved"]
        case "answer": ["answer": "Red"]
        case "withdrawal", "block": ["reason": "Not needed"]
        case "{thread}": ["subject": "Mine now"]
        case "{member}": ["role": "observer"]
        case "{routine}": ["name": "Mine now"]
        case "read", "snooze", "done": [:]
        case "digest": ["summary": "All of it"]
        case "facts": ["fact": "All of it"]
        case "{budget}": ["hard_cap_usd": "30"]
        case "checkpoints": ["progress_summary": "All of it"]
        default: ["title": "Mine now"]
        }
    }

    @Test func `nothing of one company is found by way of another`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let theirs = try await door.furnish("Theirs", with: client)
            let own = try await door.furnish("Own", with: client)
            let before = try await door.eventCount()
            for route in Self.routes {
                let path = route.address(in: own.path, theirs.ids)
                let answer = try await client.send(route.method, path, Array(Self.body(route, own).description.utf8))
                #expect(answer.status == 404, "\(route.method) \(route.path)")
                #expect(answer.code == "not_found", "\(route.method) \(route.path)")
            }
            #expect(try await door.eventCount() == before)
        }
    }

    @Test func `the same addresses do lead somewhere in the company they belong to`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            for route in Self.routes where route.method == .get {
                #expect(try await client.get(route.address(in: own.path, own.ids)).status == 200, "\(route.path)")
            }
        }
    }

    @Test func `every kind of thing that a path can name is covered`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let named = Set(
                Self.routes.flatMap {
                    $0.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
                })
            #expect(named.subtracting(["company"]) == Set(own.ids.keys))
            #expect(own.ids.values.allSatisfy { !$0.isEmpty })
        }
    }

    @Test func `what a body names must be the company's own`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let theirs = try await door.furnish("Theirs", with: client)
            let own = try await door.furnish("Own", with: client)
            let before = try await door.eventCount()
            func id(_ kind: String) -> JSONValue { .string(theirs.ids[kind] ?? "") }
            let attempts: [(HTTPRequest.Method, String, JSONValue, String)] = [
                (.post, "/tickets", ["title": "T", "assignee_id": id("employee")], "assignee_id"),
                (.post, "/tickets", ["title": "T", "goal_id": id("goal")], "goal_id"),
                (.post, "/tickets", ["title": "T", "parent_ticket_id": id("ticket")], "parent_ticket_id"),
                (.post, "/tickets", ["title": "T", "dependencies": [id("ticket")]], "dependencies"),
                (.put, "/tickets/1/assignee", ["assignee_id": id("employee")], "assignee_id"),
                (.patch, "/employees/\(own.chief)", ["manager_id": id("employee")], "manager_id"),
                (.patch, "/tickets/1", ["goal_id": id("goal")], "goal_id"),
                (.patch, "/projects/\(own.ids["project"] ?? "")", ["lead_id": id("employee")], "lead_id"),
                (.patch, "/projects/\(own.ids["project"] ?? "")", ["goal_id": id("goal")], "goal_id"),
                (.put, "/employees/\(own.chief)/manager", ["manager_id": id("employee")], "manager_id"),
                (.post, "/employees", ["role": "writer", "manager_id": id("employee")], "manager_id"),
                (.post, "/employees/\(own.chief)/dismiss", ["successor_id": id("employee")], "successor_id"),
                (.post, "/threads", ["subject": "S", "employee_ids": [id("employee")]], "employee_ids"),
                (.post, "/projects", ["title": "P", "goal_id": id("goal")], "goal_id"),
                (.post, "/projects", ["title": "P", "lead_id": id("employee")], "lead_id"),
            ]
            for (method, path, body, field) in attempts {
                let answer = try await client.send(method, own.path + path, Array(body.description.utf8))
                #expect(answer.status == 422, "\(method) \(path) \(field)")
                #expect(answer.field == field, "\(method) \(path)")
            }
            #expect(try await door.eventCount() == before)
        }
    }

    @Test func `what a query names must be the company's own`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let theirs = try await door.furnish("Theirs", with: client)
            let own = try await door.furnish("Own", with: client)
            let before = try await door.eventCount()
            let ticket = theirs.ids["ticket"] ?? ""
            #expect(
                try await client.send(.post, own.path + "/files?name=a.txt&ticket_id=\(ticket)", [1], type: "text/plain").status
                    == 404)
            #expect(try await client.get(own.path + "/tool_calls?run_id=\(theirs.ids["run"] ?? "")").status == 404)
            #expect(try await client.get(own.path + "/tickets?goal_id=\(theirs.ids["goal"] ?? "")").json["items"] == [])
            #expect(try await client.get(own.path + "/tickets?assignee_id=\(theirs.chief)").json["items"] == [])
            #expect(try await client.get(own.path + "/files?q=words").json["items"]?.array?.count == 1)
            #expect(try await door.eventCount() == before)
        }
    }
}

extension Route {
    /// The kind of thing inside a company that the path names last.
    fileprivate var inner: Substring? { path.dropFirst("/api/companies/{company}".count).split(separator: "{").dropFirst().last }

    fileprivate func address(in company: String, _ ids: [String: String]) -> String {
        ids.reduce(path.replacing("/api/companies/{company}", with: company)) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
