import Domain
import HTTPTypes
import Testing

@testable import Web

struct InputTests {
    @Test(arguments: [
        (#"{}"#, "title", "missing"), (#"{"title": 3}"#, "title", "string"), (#"{"title": "  "}"#, "title", "empty"),
        (#"{"title": "T", "priority": "urgent"}"#, "priority", "low, medium, high, critical"),
        (#"{"title": "T", "colour": "red"}"#, "colour", "known"),
        (#"{"title": "T", "assignee_id": "nobody"}"#, "assignee_id", "employee"),
        (#"{"title": "T", "sla_hours": 1.5}"#, "sla_hours", ""),
        (#"{"title": "T", "labels": "x"}"#, "labels", ""), (#"{"title": "T", "dependencies": ["x"]}"#, "dependencies", "ticket"),
        (#"{"title": "T", "goal_id": "x"}"#, "goal_id", "goal"),
        (#"{"title": "T", "sla_hours": 99999999999999999999}"#, "sla_hours", ""),
        (#"{"title": "T", "sla_hours": -1}"#, "sla_hours", "from 1"), (#"{"title": "T", "labels": [" "]}"#, "labels", "empty"),
    ])
    func `what is wrong in a body is named`(body: String, field: String, hint: String) async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            let answer = try await client.send(.post, company + "/tickets", Array(body.utf8))
            #expect(answer.status == 422)
            #expect(answer.code == "invalid")
            #expect(answer.field == field)
            #expect(hint.isEmpty || answer.message.contains(hint), "\(answer.message)")
        }
    }

    @Test(arguments: ["POST /tickets", "PATCH /tickets/1", "POST /projects", "POST /goals"])
    func `a description has a limit, wherever it is given`(route: String) async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            _ = try await client.post(company + "/tickets", ["title": "T"])
            let body: JSONValue = ["title": "T", "description": .string(String(repeating: "ä", count: 25_001))]
            let parts = route.split(separator: " ").map(String.init)
            let method = try #require(HTTPRequest.Method(parts[0]))
            let answer = try await client.send(method, company + parts[1], Array(body.description.utf8))
            #expect(answer.status == 422)
            #expect(answer.field == "description")
        }
    }

    @Test func `a goal may be described at length`() async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            let body: JSONValue = [
                "title": .string(String(repeating: "語", count: 500)),
                "description": .string(String(repeating: "d", count: 40_000)),
            ]
            #expect(try await client.post(company + "/goals", body).status == 201)
        }
    }

    @Test func `nobody is hired to work with a provider that is not there`() async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            let answer = try await client.post(company + "/employees", ["role": "writer", "provider": "nobody"])
            #expect(answer.status == 422)
            #expect(answer.field == "provider")
            #expect(try await client.post(company + "/employees", ["role": "writer", "model": " "]).field == "model")
            for known in ["ollama-local", "ollama"] {
                let hired = try await client.post(company + "/employees", ["role": "writer", "provider": .string(known)])
                #expect(hired.json["provider_pref"]?.string == known)
            }
        }
    }

    @Test(arguments: [
        ("{", 400, "malformed"), ("[]", 422, "invalid"), ("", 400, "malformed"),
        (#"{"name": "x"} {"name": "y"}"#, 400, "malformed"),
    ])
    func `a body that is no object of JSON is refused`(body: String, status: Int, code: String) async throws {
        try await Door().open { client async throws in
            let answer = try await client.send(.post, "/api/companies", Array(body.utf8))
            #expect(answer.status == status)
            #expect(answer.code == code)
        }
    }

    @Test func `a body that is nested too deep is refused`() async throws {
        let body = Array(String(repeating: "[", count: 100_000).utf8)
        try await Door().open { client async throws in
            #expect(try await client.send(.post, "/api/companies", body).code == "malformed")
        }
    }

    @Test func `a body that is too large, or of another type, is refused`() async throws {
        try await Door().open { client async throws in
            let large = try await client.send(
                .post, "/api/companies", Array(repeating: UInt8(ascii: " "), count: Call.bodyLimit + 1))
            #expect(large.status == 413)
            let form = try await client.send(
                .post, "/api/companies", Array("name=x".utf8), type: "application/x-www-form-urlencoded")
            #expect(form.status == 415)
        }
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""])
    func `what a form could send does nothing, even where no body is wanted`(type: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            let before = try await door.eventCount()
            for route in RouteTable.all where route.method != .get {
                if case .bytes = route.body { continue }
                let path = own.ids.reduce(route.path.replacing("/api/companies/{company}", with: own.path)) {
                    $0.replacing("{\($1.key)}", with: $1.value)
                }
                let answer = try await client.send(route.method, path, Array("{}".utf8), type: type)
                #expect(answer.status == 415, "\(route.method) \(route.path)")
            }
            #expect(try await door.eventCount() == before)
        }
    }

    @Test func `a setting is put back with null, and with nothing else that is no value`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            let path = "/api/settings/orchestrator_slots"
            #expect(try await client.put(path, ["value": 3]).json["value"] == 3)
            #expect(try await client.put(path).field == "value")
            #expect(try await client.put(path, ["value": "three"]).field == "value")
            let before = try await door.eventCount()
            let unset = try await client.put(path, ["value": .null])
            #expect(unset.status == 200)
            #expect(unset.json["value"] == .null)
            #expect(try await door.eventCount() == before + 1)
        }
    }

    @Test(arguments: ["limit=0", "limit=501", "limit=x", "after=-1", "status=lost"])
    func `what is wrong in a query is named`(query: String) async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            let answer = try await client.get(company + "/tickets?" + query)
            #expect(answer.status == 422)
            #expect(answer.field == query.split(separator: "=").first.map(String.init))
        }
    }

    @Test func `what is not there is not found, and what cannot be done there is not allowed`() async throws {
        try await Door().open { client async throws in
            #expect(try await client.get("/api/nothing").code == "not_found")
            #expect(try await client.get("/api/companies/nobody").code == "not_found")
            #expect(try await client.send(.put, "/api/companies", Array("{}".utf8)).code == "method_not_allowed")
        }
    }
}
