import Domain
import Store
import Testing

@testable import Web

struct PriceStoryTests {
    private static let list: JSONValue = [
        "version": 1, "currency": "USD",
        "entries": [["kind": "openai", "model": "mine", "input": "1", "output": "2"]],
    ]

    @Test func `prices are put on top, kept, and taken away, and every company's log tells of it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found()
            #expect(try await client.get("/api/prices").json["items"]?.array?.map { $0["is_override"] } == [false])
            let put = try await client.put("/api/prices", Self.list)
            #expect(put.status == 200)
            #expect(put.json["items"]?.array?.map { $0["model"] } == ["mine", "gpt-5"])
            #expect(try await door.store.read { try PriceOverrides.file(in: $0) } == Self.list)
            let count = try await door.log().count
            #expect(try await client.post("/api/prices/check", Self.list).json["entries"] == 1)
            #expect(try await client.put("/api/prices", Self.list).status == 200)
            #expect(try await door.log().count == count)
            #expect(try await client.delete("/api/prices").json["items"]?.array?.map { $0["model"] } == ["gpt-5"])
            #expect(try await door.store.read { try PriceOverrides.file(in: $0) } == nil)
            let events = try await door.log().sorted { $0.seq < $1.seq }.filter { $0.eventType == "setting.changed" }
            #expect(events.map { $0.payload.value?["value"]?["entries"] } == [1, 0])
        }
    }

    @Test(arguments: [
        #"{"version":1,"currency":"USD","entries":[]}"#, #"{"version":1,"entries":[]}"#,
        #"{"version":"1","currency":"USD","entries":[{}]}"#,
        #"{"version":1,"currency":"USD","entries":[{}],"more":1}"#,
    ])
    func `what is no price list is refused, and nothing is kept`(body: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            #expect(try await client.send(.put, "/api/prices", Array(body.utf8)).status == 422)
            #expect(try await client.send(.post, "/api/prices/check", Array(body.utf8)).status == 422)
            #expect(try await door.store.read { try PriceOverrides.file(in: $0) } == nil)
        }
    }

    @Test func `usage is shown in three ledgers, and what is unknown has no amount`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let path = try await client.found().path
            let usage = try await client.get(path + "/usage?by=employee&from=0")
            #expect(usage.status == 200)
            #expect(usage.json["items"] == [])
            #expect(usage.json["total"]?["billed"]?["amount_usd"] == "0")
            #expect(usage.json["total"]?["unknown"]?["amount_usd"] == .null)
            #expect(try await client.get(path + "/usage?by=weather").status == 422)
            #expect(try await client.get(path + "/usage?from=yesterday").status == 422)
        }
    }

    /// A run that began at a moment and was asked once, in the ledger of its kind.
    private func run(
        _ door: Door, _ own: Door.Furnished, at moment: Timestamp, ticket: Ticket.ID? = nil, provider: String? = nil,
        model: String = "m", _ kind: CostKind, _ cost: Money
    ) async throws {
        try await door.store.write { transaction in
            let row = provider.map { Provider.ID($0) }
            var run = Run(
                id: transaction.makeID(), employeeID: own.chief, provider: "ollama", model: model, startedAt: moment,
                companyID: own.company)
            run.ticketID = ticket
            run.providerID = row
            try transaction.insert(run)
            try transaction.insert(
                RunStep(
                    runID: run.id, step: 0, provider: "ollama", model: model, promptTokens: 10, completionTokens: 5,
                    costUsd: cost, costKind: kind, startedAt: moment, endedAt: moment, providerID: row))
        }
    }

    @Test func `days of usage begin by the clock of the zone that is asked for, also when its clocks are set`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            // 2026-10-25: clocks in Berlin go back at 01:00 UTC, so that the day there is from 22:00 to 23:00 UTC.
            for moment in [1_792_879_199_999, 1_792_879_200_000, 1_792_969_199_999, 1_792_969_200_000] as [Int64] {
                try await run(door, own, at: Timestamp(milliseconds: moment), .billed, Money(nanoDollars: 1_000_000_000))
            }
            func days(_ zone: String) async throws -> [String] {
                let usage = try await client.get(own.path + "/usage?by=day&from=1792800000000&to=1793100000000" + zone).json
                return usage["items"]?.array?.map {
                    "\($0["key"]?.string ?? "") \($0["billed"]?["amount_usd"]?.string ?? "")"
                } ?? []
            }
            #expect(try await days("") == ["2026-10-24 2", "2026-10-25 2"])
            #expect(try await days("&zone=Europe/Berlin") == ["2026-10-24 1", "2026-10-25 2", "2026-10-26 1"])
            #expect(try await days("&zone=Asia/Kathmandu") == ["2026-10-25 2", "2026-10-26 2"])
            #expect(try await client.get(own.path + "/usage?zone=Mars/Base").field == "zone")
            #expect(try await client.get(own.path + "/usage?zone=Europe/Berlin").json["zone"] == "Europe/Berlin")
        }
    }

    @Test func `usage is told by ticket, project, routine and tier, and its ledgers stay apart`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let project = own.ids["project"] ?? ""
            let put = try await client.send(.put, own.path + "/projects/\(project)/tickets/\(own.ticket)")
            #expect(put.status < 300)
            let local = try await door.store.read { transaction in
                try #require(try transaction.select(Provider.self, "WHERE kind = 'ollama'").first)
            }
            let start = door.time.now()
            let dollar = Money(nanoDollars: 1_000_000_000)
            try await run(door, own, at: start, ticket: own.ticket, provider: local.id.rawValue, .notional, dollar)
            try await run(
                door, own, at: start, ticket: own.ticket, provider: local.id.rawValue, model: "big-cloud", .billed, dollar)
            try await run(door, own, at: start, .unknown, .zero)
            func lines(_ by: String) async throws -> [String] {
                let usage = try await client.get(own.path + "/usage?by=\(by)").json
                return usage["items"]?.array?.map { line in
                    let calls = CostKind.allCases.map { "\(line[$0.rawValue]?["calls"]?.integer ?? 0)" }
                    return "\(line["name"]?.string ?? ""): \(calls.joined(separator: " "))"
                }.sorted() ?? []
            }
            func calls(_ counts: [CostKind: Int]) -> String {
                CostKind.allCases.map { "\(counts[$0] ?? 0)" }.joined(separator: " ")
            }
            // One call is of the company's furniture.
            let (with, without) = (calls([.billed: 1, .notional: 1]), calls([.billed: 1, .unknown: 1]))
            #expect(try await lines("ticket") == ["OWN-1 Write it: \(with)", "no ticket: \(without)"])
            #expect(try await lines("project") == ["Spring: \(with)", "no project: \(without)"])
            #expect(try await lines("routine") == ["no routine: \(calls([.billed: 2, .notional: 1, .unknown: 1]))"])
            #expect(try await lines("tier").contains("unknown: \(without)"))
            #expect(try await lines("tier").contains("local: \(calls([.notional: 1]))"))
            #expect(try await lines("tier").contains("proprietary-cloud: \(calls([.billed: 1]))"))
        }
    }
}
