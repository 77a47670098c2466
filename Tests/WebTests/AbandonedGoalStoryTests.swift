import Domain
import Store
import Testing

@testable import Web

/// A goal that a person gives up, as clients meet it.
struct AbandonedGoalStoryTests {
    @Test func `everything says that its goal was given up, and how it is taken up again`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found()
            let goal = try await client.post(path + "/goals", ["title": "Grow tulips"]).json["id"]?.string ?? ""
            let tickets = try await client.get(path + "/tickets").json["items"]
            let ticket = tickets?[0]?["id"]?.string ?? ""
            func told() async throws -> [JSONValue?] {
                let people = try await client.get(path + "/floor").json["people"]?.array
                return [
                    try await client.get("/api/tickets/\(ticket)/explain").json["finding"],
                    try await client.get("/api/employees/\(chief)/explain").json["finding"],
                    try await client.get(path + "/queue").json["items"]?[0]?["waits_for"],
                    people?.first { $0["id"]?.string == chief }?["waiting"],
                ]
            }
            _ = try await client.patch(path + "/goals/\(goal)", ["status": "abandoned"])
            for finding in try await told() {
                #expect(finding?["reason"] == "goal_abandoned")
                #expect((finding?["message"] ?? finding?["text"]) == "Its goal was given up: Grow tulips")
                #expect(finding?["action"]?["path"]?.string == "\(path)/goals/\(goal)")
            }
            #expect(try await client.get("/api/tickets/\(ticket)/explain").json["state"] == "waiting")
            _ = try await client.patch(path + "/goals/\(goal)", ["status": "active"])
            for finding in try await told() { #expect(finding?["reason"] == "order") }
        }
    }
}
