import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

/// Whoever changes something stands in the log of the company whose it is.
@Suite(.timeLimit(.minutes(10)))
struct RecordedEventTests {
    @Test func `every route that changes something is held to this`() {
        let changing = RouteTable.all.filter { $0.method != .get }.map { "\($0.method.rawValue) \($0.path)" }
        let held = Set(MutatingRoute.all.map(\.line)).union(MutatingRoute.exempt.keys)
        #expect(Set(changing).subtracting(held) == [], "a new route belongs in the list, with the event that it records")
        #expect(held.subtracting(changing) == [])
    }

    @Test(arguments: MutatingRoute.all)
    func `a change is one event, by the person who made it, in the company whose it is`(route: MutatingRoute) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let scene = try await route.scene(door, client)
            let before = try await door.log()
            let answer = try await route.send(in: scene)
            #expect(answer.status < 300, "\(answer.message)")
            let news = try await door.log().subtracting(before)
            let fitting = news.filter { $0.eventType == route.event.rawValue }
            #expect(route.isMany ? !fitting.isEmpty : fitting.count == 1, "\(news.map(\.eventType).sorted())")
            #expect(fitting.allSatisfy { $0.actorKind == .user && $0.actorID == door.owner.id.rawValue })
            #expect(news.allSatisfy { $0.companyID == scene.company })

            // A click too many, or a client that asks again.
            _ = try await route.send(in: scene)
            let more = try await door.log().subtracting(before).subtracting(news)
            #expect(more.filter { $0.actorKind == .user }.map(\.eventType) == [])
        }
    }

    @Test(arguments: MutatingRoute.all.filter { !$0.reachesClosed })
    func `a company that was closed down is not changed by any route`(route: MutatingRoute) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let scene = try await route.scene(door, client)
            #expect(try await client.post(scene.path + "/archive").status == 200)
            let before = try await door.log()
            let answer = try await route.send(in: scene)
            #expect(answer.status == 409, "\(answer.message)")
            #expect(try await door.log() == before)
        }
    }

    @Test(arguments: [
        ("", #"{"settings": {}}"#), ("/tickets/{ticket}", "{}"), ("/threads/{thread}", "{}"),
        ("", #"{"settings": {"mission": "Tea"}}"#), ("/threads/{thread}", #"{"archived": false}"#),
        ("/tickets/{ticket}", #"{"title": "Write it", "priority": "medium", "labels": [], "description": ""}"#),
    ])
    func `a change that changes nothing is no event`(path: String, body: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            _ = try await client.patch(own.path, ["settings": ["mission": "Tea"]])
            let before = try await door.eventCount()
            let address = own.ids.reduce(own.path + path) { $0.replacing("{\($1.key)}", with: $1.value) }
            let answer = try await client.send(.patch, address, Array(body.utf8))
            #expect(answer.status == 200)
            #expect(try await door.eventCount() == before)
        }
    }

    @Test func `a company's log begins with who founded it, and nobody else's log tells of it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found("Other")
            let before = try await door.log()
            let company = try await client.post("/api/companies", ["name": "Own"], key: "k").json["id"]?.string
            _ = try await client.post("/api/companies", ["name": "Own"], key: "k")
            let news = try await door.log().subtracting(before).sorted { $0.seq < $1.seq }
            #expect(news.first?.eventType == "company.created")
            #expect(news.first?.actorID == door.owner.id.rawValue)
            #expect(news.filter { $0.eventType == "company.created" }.count == 1)
            #expect(Set(news.map(\.companyID.rawValue)) == [company])
        }
    }

    @Test func `a setting or a provider that stays as it is is no event, and of one that changes it is said what`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            let provider: JSONValue = ["name": "Mine", "kind": "ollama", "default_model": "small"]
            let id = try await client.post("/api/providers", provider).json["id"]?.string ?? ""
            _ = try await client.put("/api/settings/orchestrator_slots", ["value": 3])
            let before = try await door.log()
            #expect(try await client.post("/api/providers", provider).status == 200)
            #expect(try await client.put("/api/settings/orchestrator_slots", ["value": 3]).status == 200)
            #expect(try await client.put("/api/settings/max_privacy_tier", ["value": .null]).status == 200)
            #expect(try await door.log() == before)
            let wider: JSONValue = ["id": .string(id), "name": "Mine", "kind": "ollama", "concurrency_cap": 7]
            _ = try await client.post("/api/providers", wider)
            let news = try await door.log().subtracting(before)
            #expect(news.map { $0.payload.value?["patched_keys"] } == [["config"]])
            #expect(news.allSatisfy { $0.actorID == door.owner.id.rawValue })
        }
    }

    @Test func `what is taken away is told in the words that it had`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let thread = try await client.post(path + "/threads", ["subject": "S", "employee_ids": [.string(chief)]])
            let address = path + "/threads/\(thread.json["id"]?.string ?? "")"
            _ = try await client.put(address + "/members/\(chief)", ["role": "observer"])
            _ = try await client.delete(address + "/members/\(chief)")
            let fact = try await client.post(address + "/digest/facts", ["fact": "Tea is green."]).json["id"]?.string ?? ""
            _ = try await client.delete(address + "/digest/facts/\(fact)")
            let last = try await door.log().sorted { $0.seq < $1.seq }.suffix(3).compactMap(\.payload.value)
            #expect(last.first?["role"] == "observer")
            #expect(last.last?["removed_fact"] == "Tea is green.")
        }
    }
}

extension Door {
    /// All events of all companies.
    func log() async throws -> Set<Event> { try await store.read { try Set($0.select(Event.self, "ORDER BY rowid")) } }
}
