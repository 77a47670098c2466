import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

/// Lists that a page shows piece by piece, filtered and in the order that is asked for.
struct BrowsingTests {
    @Test func `the log is read from its end, filtered, and taken along as lines`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let events = own.path + "/events"
            let all = try await client.get(events + "?limit=500").json["items"]?.array ?? []
            var backwards: [JSONValue] = []
            var query = "?newest=true&limit=7"
            while true {
                let page = try await client.get(events + query).json
                backwards += page["items"]?.array ?? []
                guard let next = page["next"]?.integer else { break }
                query = "?before=\(next)&limit=7"
            }
            #expect(backwards.reversed() == all)
            func types(_ query: String) async throws -> Set<String> {
                let items = try await client.get(events + query).json["items"]?.array ?? []
                return Set(items.compactMap { $0["event_type"]?.string })
            }
            #expect(try await types("?newest=true&type=ticket.created,goal.created") == ["ticket.created", "goal.created"])
            #expect(try await types("?type=ticket.").allSatisfy { $0.hasPrefix("ticket.") })
            #expect(try await types("?type=ticket.").contains("ticket.assigned"))
            #expect(try await types("?newest=true&actor=nobody") == [])
            let mine = try await client.get(events + "?actor=\(door.owner.id)&limit=500").json["items"]?.array ?? []
            #expect(!mine.isEmpty && mine.count < all.count)

            let export = try await client.get(events + "/export?actor=\(door.owner.id)")
            #expect(export.headers[.contentType] == "application/x-ndjson; charset=utf-8")
            let lines = try String(decoding: export.bytes, as: UTF8.self).split(separator: "\n").map {
                try JSONValue(parsing: String($0))
            }
            #expect(lines == mine)
        }
    }

    @Test func `a long log is taken along whole`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let path = try await client.found().path
            let company = Company.ID(path.split(separator: "/").last.map(String.init) ?? "")
            try await door.store.write { transaction in
                for _ in 0..<1500 { try transaction.record(CompanyPaused(reason: "x"), company: company, by: .user("o")) }
            }
            let export = try await client.get(path + "/events/export?type=company.paused")
            #expect(export.bytes.count { $0 == UInt8(ascii: "\n") } == 1500)
        }
    }

    @Test(arguments: ["number", "newest", "updated", "priority", "due"])
    func `the pages of a list of tickets hold each once, in the order that is asked for`(sort: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let path = try await client.found().path
            for number in 1...7 {
                let priority = ["low", "critical", "medium"][number % 3]
                var body: [String: JSONValue] = ["title": .string("Ticket \(number)"), "priority": .string(priority)]
                if number % 2 == 0 { body["due_at"] = .integer(1_800_000_000_000 - Int64(number)) }
                _ = try await client.post(path + "/tickets", .object(body))
                door.time.advance(by: .milliseconds(5))
            }
            var found: [JSONValue] = []
            var query = ""
            while true {
                let page = try await client.get(path + "/tickets?sort=\(sort)&limit=2" + query).json
                found += page["items"]?.array ?? []
                guard let next = page["next"], next != .null else { break }
                query = "&after=\(next.string ?? "\(next.integer ?? 0)")"
            }
            let numbers = found.compactMap { $0["number"]?.integer }
            let expected: [Int64] =
                switch sort {
                case "newest", "updated": [7, 6, 5, 4, 3, 2, 1]
                case "priority": [1, 4, 7, 2, 5, 3, 6]
                case "due": [6, 4, 2, 1, 3, 5, 7]
                default: [1, 2, 3, 4, 5, 6, 7]
                }
            #expect(numbers == expected)
            #expect(try await client.get(path + "/tickets?q=TICKET%207").json["items"]?.array?.count == 1)
            #expect(try await client.get(path + "/tickets?priority=critical").json["items"]?.array?.count == 3)
            #expect(try await client.get(path + "/tickets?after=tea").field == "after")
        }
    }

    @Test func `runs are listed by who made them, on what, and how they ended`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            func count(_ query: String) async throws -> Int? {
                try await client.get(own.path + "/runs?" + query).json["items"]?.array?.count
            }
            #expect(try await count("employee_id=\(own.chief)") == 1)
            #expect(try await count("employee_id=nobody") == 0)
            #expect(try await count("ticket_id=\(own.ticket)") == 0)
            #expect(try await count("status=running") == 1)
            #expect(try await count("status=success") == 0)
        }
    }
}
