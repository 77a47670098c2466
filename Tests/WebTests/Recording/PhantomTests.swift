import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

/// What is not there is refused before anything is written.
struct PhantomTests {
    @Test(arguments: MutatingRoute.all.filter { $0.path.dropFirst("/api/companies/{company}".count).contains("{") })
    func `an id in the address that is nothing's changes nothing`(route: MutatingRoute) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let path = try await client.found().path
            let before = try await door.rowCount()
            let address = route.path.replacing("/api/companies/{company}", with: path).replacing(/\{[a-z]+\}/, with: "nothing")
            let answer = try await client.send(route.method, address, Array(Self.filled(route.body).utf8))
            #expect(answer.status == 404, "\(answer.message)")
            #expect(try await door.rowCount() == before)
        }
    }

    private static let reading = RouteTable.all.filter {
        $0.method == .get && $0.path.replacing("/api/companies/{company}", with: "").contains("{")
    }

    @Test(arguments: reading.map(\.path))
    func `what is not there is not shown`(path: String) async throws {
        try await Door().open { client async throws in
            let company = try await client.found().path
            let address = path.replacing("/api/companies/{company}", with: company).replacing(/\{[a-z]+\}/, with: "nothing")
            let answer = try await client.get(address)
            #expect(answer.status == 404, "\(answer.message)")
            #expect(answer.code == "not_found")
        }
    }

    @Test(arguments: MutatingRoute.all)
    func `a company that is not there is not found`(route: MutatingRoute) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            let before = try await door.rowCount()
            let address = route.path.replacing(/\{[a-z]+\}/, with: "nothing") + route.query
            let answer = try await client.send(route.method, address, Array(Self.filled(route.body).utf8))
            #expect(answer.status == 404, "\(answer.message)")
            #expect(try await door.rowCount() == before)
        }
    }

    private static let inBodies: [(HTTPRequest.Method, String, JSONValue)] = [
        (.post, "/tickets", ["title": "T", "assignee_id": "nothing"]), (.post, "/tickets", ["title": "T", "goal_id": "nothing"]),
        (.post, "/tickets", ["title": "T", "parent_ticket_id": "nothing"]),
        (.post, "/tickets", ["title": "T", "dependencies": ["nothing"]]),
        (.put, "/tickets/1/assignee", ["assignee_id": "nothing"]),
        (.post, "/tickets/1/comments", ["content": "C", "file_ids": ["nothing"]]),
        (.put, "/employees/{employee}/manager", ["manager_id": "nothing"]),
        (.post, "/employees", ["role": "writer", "manager_id": "nothing"]),
        (.post, "/employees", ["role": "writer", "provider": "nothing"]),
        (.post, "/employees/{employee}/wake", ["ticket_id": "nothing"]),
        (.post, "/employees/{employee}/dismiss", ["successor_id": "nothing"]),
        (.post, "/threads", ["subject": "S", "employee_ids": ["nothing"]]),
        (.post, "/threads", ["kind": "ticket", "ticket_id": "nothing"]),
        (.post, "/threads", ["kind": "dm", "employee_ids": ["nothing"]]),
        (.post, "/threads/{thread}/messages", ["content": "M", "file_ids": ["nothing"]]),
        (.put, "/threads/{thread}/read", ["message_id": "nothing"]),
        (.post, "/threads/{thread}/digest/facts", ["fact": "F", "source_message_id": "nothing"]),
        (.post, "/projects", ["title": "P", "goal_id": "nothing"]), (.post, "/projects", ["title": "P", "lead_id": "nothing"]),
        (.post, "/meetings", ["chair_id": "nothing", "attendee_ids": ["{employee}"], "agenda": "A"]),
        (.post, "/meetings", ["chair_id": "{employee}", "attendee_ids": ["nothing"], "agenda": "A"]),
        (.patch, "", ["settings": ["provider_id": "nothing"]]),
        (.patch, "/routines/{routine}", ["work_config": ["assigneeId": "nothing"]]),
        (.patch, "/schedule/{entry}", ["assignee_id": "nothing"]), (.patch, "/schedule/{entry}", ["ticket_id": "nothing"]),
        (.post, "/schedule", ["title": "T", "starts_at": 1_900_000_000_000, "goal_id": "nothing"]),
        (.post, "/schedule", ["title": "T", "starts_at": 1_900_000_000_000, "project_id": "nothing"]),
    ]

    @Test(arguments: inBodies)
    func `an id in the body that is nothing's changes nothing, and the field is named`(
        method: HTTPRequest.Method, path: String, body: JSONValue
    ) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            func filled(_ text: String) -> String { own.ids.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) } }
            let before = try await door.rowCount()
            let answer = try await client.send(method, own.path + filled(path), Array(filled(body.description).utf8))
            #expect(answer.status == 422, "\(answer.message)")
            #expect(answer.field != nil)
            #expect(try await door.rowCount() == before)
        }
    }

    private static func filled(_ body: JSONValue) -> String { body.description.replacing(/\{[a-z]+\}/, with: "nothing") }
}

extension Door {
    /// How many rows there are in each table.
    func rowCount() async throws -> [String: Int] {
        try await store.read { transaction in
            let tables: [String] = try transaction.values(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' ORDER BY name")
            return try tables.reduce(into: [:]) { counts, table in
                counts[table] = try transaction.value(SQL(stringLiteral: "SELECT count(*) FROM \(table)")) ?? 0
            }
        }
    }
}
