import Domain
import HTTPTypes
import Testing

@testable import Web

/// What stands behind the question mark is checked on every route that takes something there.
struct QueryTests {
    /// A route with a value that one of its parameters cannot have.
    struct Attempt: Sendable, CustomTestStringConvertible {
        let path: String
        let name: String
        let value: String

        var testDescription: String { "\(path)?\(name)=\(value)" }
    }

    static let attempts: [Attempt] = RouteTable.all.filter { $0.method == .get }.flatMap { route in
        route.query.flatMap { parameter in
            wrong(parameter).map { Attempt(path: route.path, name: parameter.name, value: $0) }
        }
    }

    private static func wrong(_ parameter: QueryParameter) -> [String] {
        if parameter.schema["enum"] != nil { return ["lost", ""] }
        return switch parameter.schema["type"]?.string {
        case "boolean": ["maybe", "1"]
        case "integer":
            ["x", "1.5", "-1", "99999999999999999999"] + (parameter.schema["maximum"]?.integer.map { ["0", "\($0 + 1)"] } ?? [])
        default: []
        }
    }

    @Test(arguments: attempts)
    func `a value that a parameter cannot have is named`(attempt: Attempt) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let address = own.ids.reduce(attempt.path.replacing("/api/companies/{company}", with: own.path)) {
                $0.replacing("{\($1.key)}", with: $1.value)
            }
            let answer = try await client.get(address + "?q=words&\(attempt.name)=\(attempt.value)")
            #expect(answer.status == 422, "\(answer.message)")
            #expect(answer.field == attempt.name)
        }
    }

    @Test func `tickets are filtered by all that is asked for at once`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let goal = try await client.post(company + "/goals", ["title": "Grow"]).json["id"]?.string ?? ""
            _ = try await client.post(company + "/tickets", ["title": "Mine", "assignee_id": .string(chief)])
            _ = try await client.post(company + "/tickets", ["title": "Nobody's", "goal_id": .string(goal)])
            _ = try await client.put(company + "/tickets/2/closure")
            func titles(_ query: String) async throws -> [String] {
                try await client.get(company + "/tickets?" + query).json["items"]?.array?.compactMap { $0["title"]?.string } ?? []
            }
            let aim = "Reach the goal: Grow"
            #expect(try await titles("assignee_id=\(chief)") == [aim, "Mine"])
            #expect(try await titles("goal_id=\(goal)") == [aim, "Nobody's"])
            #expect(try await titles("goal_id=\(goal)&assignee_id=\(chief)") == [aim])
            #expect(try await titles("status=done") == ["Mine"])
            #expect(try await titles("status=done&goal_id=\(goal)") == [])
        }
    }
}
