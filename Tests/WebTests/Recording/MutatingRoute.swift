import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

/// A route that changes something in a company, with a request that does, and the event that tells of it.
struct MutatingRoute: CustomTestStringConvertible, Sendable {
    /// What stands around the request: names in braces are ids of what was made.
    struct Scene: Sendable {
        let door: Door
        let client: Door.Client
        let path: String
        let company: Company.ID
        var ids: [String: String]

        func filled(_ text: String) -> String {
            ids.reduce(text.replacing("/api/companies/{company}", with: path)) {
                $0.replacing("{\($1.key)}", with: $1.value)
            }
        }

        func id(_ kind: String) -> String { ids[kind] ?? "" }

        func post(_ address: String, _ body: JSONValue = [:]) async throws -> String {
            let text = filled(body.description)
            let answer = try await client.send(.post, filled("/api/companies/{company}" + address), Array(text.utf8))
            #expect(answer.status < 300, "\(address): \(answer.message)")
            return answer.json["id"]?.string ?? ""
        }
    }

    typealias Preparation = @Sendable (inout Scene) async throws -> Void

    let method: HTTPRequest.Method
    let path: String
    let event: EventType
    let query: String
    let body: JSONValue
    /// Whether the request may end several things at once, each with its event.
    let isMany: Bool
    let prepare: Preparation

    /// - Parameters:
    ///   - path: What comes behind the company's own address.
    ///   - body: Names in braces stand for ids.
    init(
        _ method: HTTPRequest.Method, _ path: String, _ event: EventType, query: String = "", body: JSONValue = [:],
        isMany: Bool = false, prepare: @escaping Preparation = { _ in }
    ) {
        self.method = method
        self.path = "/api/companies/{company}" + path
        self.event = event
        self.query = query
        self.body = body
        self.isMany = isMany
        self.prepare = prepare
    }

    /// As lists of routes have it.
    var line: String { "\(method.rawValue) \(path)" }

    var testDescription: String { line }

    /// Whether it may be called for a company that was closed down.
    var reachesClosed: Bool { RouteTable.all.contains { $0.method == method && $0.path == path && $0.reachesClosed } }

    func send(in scene: Scene) async throws -> Door.Client.Answer {
        try await scene.client.send(
            method, scene.filled(path) + query, Array(scene.filled(body.description).utf8), headers: [.idempotencyKey: "again"])
    }

    /// A company in which the request does something, and another one beside it.
    func scene(_ door: Door, _ client: Door.Client) async throws -> Scene {
        _ = try await client.found("Other")
        let own = try await door.furnish("Own", with: client)
        var scene = Scene(door: door, client: client, path: own.path, company: own.company, ids: own.ids)
        try await prepare(&scene)
        return scene
    }
}

extension MutatingRoute {
    /// Somebody besides the head of the company.
    static let writer: Preparation = { scene in
        scene.ids["writer"] = try await scene.post("/employees", ["role": "writer", "name": "Wren"])
    }

    /// A group with the writer in it.
    static let group: Preparation = { scene in
        try await writer(&scene)
        scene.ids["thread"] = try await scene.post(
            "/threads", ["subject": "Spring", "employee_ids": ["{employee}", "{writer}"]])
        scene.ids["member"] = scene.id("writer")
    }

    /// A meeting that is on.
    static let meeting: Preparation = { scene in
        try await writer(&scene)
        scene.ids["meeting"] = try await scene.post(
            "/meetings", ["chair_id": "{employee}", "attendee_ids": ["{writer}"], "agenda": "Colours"])
    }

    /// The answer to a question in the thread, as the message at hand.
    static let answer: Preparation = { scene in
        try await run(&scene)
        let run = try await scene.door.running()
        try await scene.door.finish(run.run, of: run.work)
        let thread = Thread.ID(scene.id("thread"))
        let last = try await scene.door.store.read { try Message.latest(of: thread, limit: 1, in: $0).first }
        scene.ids["message"] = last?.id.rawValue ?? ""
    }

    /// A run that goes on.
    static let run: Preparation = { scene in
        let work: WakeupRequest = try await scene.door.store.write { transaction in
            try transaction.execute("UPDATE agent_wakeup_requests SET priority = 100 WHERE cause = 'message'")
            return try #require(try transaction.select(WakeupRequest.self, "WHERE cause = 'message'").first)
        }
        let claimed = try await scene.door.claim()
        #expect(claimed.work.id == work.id)
        scene.ids["run"] = claimed.run.id.rawValue
    }

    /// A request that makes what this one is about.
    static func after(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue = [:]) -> Preparation {
        { scene in
            let address = scene.filled("/api/companies/{company}" + path)
            let answer = try await scene.client.send(method, address, Array(scene.filled(body.description).utf8))
            #expect(answer.status < 300, "\(answer.message)")
        }
    }
}

extension Door {
    /// What was claimed and goes on.
    func running() async throws -> (work: WakeupRequest, run: Run) {
        try await store.read { transaction in
            let work = try #require(try transaction.select(WakeupRequest.self, "WHERE status = 'processing'").first)
            return (work, try #require(try Run.running(for: work.id, in: transaction)))
        }
    }
}
