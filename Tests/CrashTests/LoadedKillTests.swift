import Domain
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import teamx

/// The program itself with sixteen turns at the same time and fifty writes in a second, ended without warning again and again.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct LoadedKillTests {
    /// How often the server is killed; `KILLS` asks for more.
    private static let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 4

    private let data = FileManager.default.temporaryDirectory.appending(path: "team-x-load-\(UUID().uuidString)").path(
        percentEncoded: false)

    @Test func `nothing acknowledged is lost or doubled, however often a busy server is killed`() async throws {
        defer { try? FileManager.default.removeItem(atPath: data) }  // a folder of this test alone
        var random = SeededRandom(seed: 2_026)
        let server = Mutex(try await LoadedServer.start(on: data))
        let crew = try await Crew.found(at: server.withLock { $0 }.location)
        let load = Load(crew.desks, crew.room)
        var starts: [Duration] = []
        for _ in 0..<Self.kills {
            let running = server.withLock { $0 }
            let wasRunning = Mutex(false)
            try await load.run(against: running.location, acknowledgements: Int.random(in: 10...60, using: &random)) {
                wasRunning.withLock { $0 = running.kill() }
            }
            try #require(load.refusals == [])
            try #require(wasRunning.withLock { $0 }, "the server ended by itself")
            let next = try await LoadedServer.start(on: data)
            starts.append(next.startTime)
            server.withLock { $0 = next }
        }
        let last = server.withLock { $0 }
        try await load.settle(against: last.location)
        try await crew.finish(at: last.location)
        #expect(last.stop() == 0)
        try await check(load.acknowledged, crew)
        let slowest = starts.max() ?? .zero
        print("\(Self.kills) kills, \(load.acknowledged.count) writes; the API was back within \(slowest)")
    }

    private func check(_ acknowledged: [Load.Acknowledged], _ crew: Crew) async throws {
        let (flaws, interrupted, together) = try await DatabaseFlaws.reading(data) { transaction in
            var flaws = try DatabaseFlaws.found(in: transaction)
            let stored = try Self.stored(in: transaction)
            for write in acknowledged where stored[write.key] != [write.id + write.text] {
                flaws.append("\(write.key) is \(stored[write.key] ?? [])")
            }
            let interrupted: Int? = try transaction.value(
                "SELECT count(DISTINCT lease_epoch) FROM runs WHERE error_class = 'interrupted'")
            let together: Int? = try transaction.value(
                """
                SELECT max(n) FROM (SELECT sum(step) OVER (ORDER BY at, step) n FROM (
                  SELECT started_at at, 1 step FROM runs UNION ALL SELECT ended_at, -1 FROM runs))
                """)
            return (flaws, interrupted ?? 0, together ?? 0)
        }
        #expect(flaws == [])
        #expect(interrupted >= Self.kills * 3 / 4, "most kills interrupt work")
        print("up to \(together) turns at the same time; work was interrupted by \(interrupted) kills")
    }
}

extension LoadedKillTests {
    /// What is stored under each client's key, id and words: there should be one row each.
    private static func stored(in transaction: any Transaction) throws -> [String: [String]] {
        let rows = try transaction.rows(
            """
            SELECT client_key, id || content FROM messages WHERE client_key IS NOT NULL
            UNION ALL SELECT client_key, id || title FROM tickets WHERE client_key IS NOT NULL
            UNION ALL SELECT client_key, id || agenda FROM meetings WHERE client_key IS NOT NULL
            """
        ) { (try String(column: $0.value(at: 0)), try String(column: $0.value(at: 1))) }
        return Dictionary(rows.map { ($0.0, [$0.1]) }, uniquingKeysWith: +)
    }
}

/// Two companies that are written to, and one that meets.
struct Crew: Sendable {
    let companies: [String]
    let desks: [Load.Desk]
    let room: Load.Room

    /// - Throws: ``APIFailure``.
    static func found(at location: ServerLocation) async throws -> Crew {
        try await APIClient.with(location) { client in
            var companies: [String] = []
            var desks: [Load.Desk] = []
            for number in 1...3 {
                let company = try await client.post(APIPath("companies"), ["name": .string("Works \(number)")]).text("id")
                companies.append(company)
                desks += try await hire(into: company, number, client)
            }
            let meeting = desks.filter { $0.company == companies.last }.map(\.employee)
            return Crew(
                companies: companies, desks: desks.filter { $0.company != companies.last },
                room: Load.Room(
                    company: companies.last ?? "", chair: meeting.first ?? "", attendees: Array(meeting.dropFirst().prefix(3))))
        }
    }

    private static func hire(into company: String, _ number: Int, _ client: APIClient) async throws -> [Load.Desk] {
        var desks: [Load.Desk] = []
        var ids: [String: String] = [:]
        for member in DemoTeam.members {
            var body: [String: JSONValue] = ["role": .string(member.role), "name": .string("\(member.name) \(number)")]
            if let manager = member.manager, let id = ids[manager] { body["manager_id"] = .string(id) }
            let id = try await client.post(.company(company, "employees"), .object(body)).text("id")
            ids[member.role] = id
            let thread = try await client.post(.company(company, "employees", id, "thread")).text("id")
            let leads = DemoTeam.members.contains { $0.manager == member.role }
            desks.append(Load.Desk(company: company, employee: id, thread: thread, works: !leads))
        }
        return desks
    }

    /// Returns when nothing is left to do in any company.
    func finish(at location: ServerLocation) async throws {
        try await APIClient.with(location) { client in
            for company in companies {
                try await client.follow(company, after: client.lastEvent(of: company)) { _ in
                    try await client.queued(in: company) == 0 ? .stop : .on
                }
            }
        }
    }
}
