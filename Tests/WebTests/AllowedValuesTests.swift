import Domain
import HTTPTypes
import Testing

@testable import Web

/// Where only certain words will do, a refusal lists them for programs too.
struct AllowedValuesTests {
    struct Attempt: Sendable, CustomTestStringConvertible {
        let method: HTTPRequest.Method
        let path: String
        let body: JSONValue?
        let field: String
        let allowed: [String]

        init(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, _ field: String, _ allowed: [String]) {
            self.method = method
            self.path = path
            self.body = body
            self.field = field
            self.allowed = allowed
        }

        var testDescription: String { "\(method) \(path) \(field)" }
    }

    @Test(arguments: [
        Attempt(.post, "/tickets", ["title": "T", "priority": "urgent"], "priority", ["low", "medium", "high", "critical"]),
        Attempt(.patch, "/tickets/1", ["priority": "HIGH"], "priority", ["low", "medium", "high", "critical"]),
        Attempt(.post, "/tickets/1/review", ["outcome": "rejected"], "outcome", ["approved", "changes_requested"]),
        Attempt(.post, "/projects", ["title": "P", "priority": ""], "priority", ["low", "medium", "high", "critical"]),
        Attempt(.get, "/tickets?status=lost", nil, "status", ["open", "in-progress", "blocked", "done"]),
        Attempt(
            .patch, "", ["settings": ["colour": "red"]], "settings.colour",
            [
                "provider_id", "model", "mission", "values", "max_privacy_tier", "failover", "quiet_hours", "context_budget",
                "digest_threshold",
                "checkpoint_history",
            ]),
        Attempt(.post, "/goals", ["titel": "G"], "titel", ["title", "description", "target_date"]),
    ])
    func `the words that will do are listed`(attempt: Attempt) async throws {
        try await Door().open { client async throws in
            let (company, _) = try await client.found()
            _ = try await client.post(company + "/tickets", ["title": "T"])
            let answer = try await client.send(
                attempt.method, company + attempt.path, attempt.body.map { Array($0.description.utf8) })
            #expect(answer.status == 422)
            #expect(answer.field == attempt.field)
            let allowed = answer.json["error"]?["details"]?["allowed"]?.array?.compactMap(\.string) ?? []
            #expect(allowed == attempt.allowed)
            #expect(answer.message.hasSuffix(attempt.allowed.joined(separator: ", ")))
        }
    }
}
