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
}
