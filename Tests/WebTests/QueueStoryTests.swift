import Domain
import Store
import TestSupport
import Testing

/// A queue that is longer than a page.
struct QueueStoryTests {
    @Test func `the queue is told page by page, each piece of work once and in its order`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let priorities = ["low", "high", "medium", "high", "medium"]
            for (number, priority) in priorities.enumerated() {
                let ticket =
                    ["title": .string("Part \(number)"), "priority": .string(priority), "assignee_id": .string(chief)]
                    as JSONValue
                #expect(try await client.post(company + "/tickets", ticket).status == 201)
            }
            _ = try await door.claim()
            let whole = try await client.get(company + "/queue").json
            #expect(whole["items"]?.array?.count == 5)
            #expect(whole["next"] == .null)

            var seen: [JSONValue] = []
            var cursor: String? = ""
            while let place = cursor, seen.count < 10 {
                let page = try await client.get(company + "/queue?limit=1" + (place.isEmpty ? "" : "&after=\(place)")).json
                seen += page["items"]?.array ?? []
                cursor = page["next"]?.string
            }
            #expect(seen.map { $0["id"] } == whole["items"]?.array?.map { $0["id"] })
            #expect(seen.map { $0["position"] } == (0..<5).map { .integer($0) })
        }
    }

    @Test func `a list goes on where it stood when its last item is gone`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            for number in 0..<3 {
                _ = try await client.post(
                    company + "/tickets", ["title": .string("Part \(number)"), "assignee_id": .string(chief)])
            }
            let first = try await client.get(company + "/queue?limit=1").json
            _ = try await client.delete(company + "/queue/\(first["items"]?[0]?["id"]?.string ?? "")")
            let rest = try await client.get(company + "/queue?after=\(first["next"]?.string ?? "")").json["items"]
            #expect(rest?.array?.count == 2)
        }
    }

    @Test(arguments: [
        "x", "1.2.3.4", "-1.1.5.a", "1.1.5", "99999999999999999999.1.5.a", "9223372036854775807.1.5.a",
    ])
    func `what no page ended with is no place in the queue`(place: String) async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            #expect(try await client.get(company + "/queue?after=\(place)").status == 422)
        }
    }
}
