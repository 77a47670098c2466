import Domain
import Testing

@testable import teamx

/// The client against the program's own server.
@Suite(.serialized, .served, .timeLimit(.minutes(10)))
struct FollowingTests {
    private let server: ServerForTests

    init() throws { server = try #require(ServerForTests.current) }

    private func withClient<Value: Sendable>(_ body: (APIClient, String) async throws -> Value) async throws -> Value {
        try await APIClient.with(server.location) { client in
            let company = try #require(try await client.list(APIPath("companies")).items.first)
            return try await body(client, company.text("id"))
        }
    }

    @Test func `a failure of whoever follows is not one of the stream`() async throws {
        let own = APIFailure.unreachable(address: "elsewhere", reason: "test")
        try await withClient { client, company in
            var connections = 0
            let failure = await #expect(throws: APIFailure.self) {
                try await client.follow(company, after: 0, patience: .zero) { item in
                    guard case .connected = item else { return .on }
                    connections += 1
                    throw own
                }
            }
            #expect(failure == own)
            #expect(connections == 1)
        }
    }

    @Test func `a message that is delivered twice is there once`() async throws {
        try await withClient { client, company in
            let employees = try await client.list(.company(company, "employees")).items
            let ada = try ClientDesk.employee("ada", among: employees).text("id")
            let thread = try await client.post(.company(company, "employees", ada, "thread")).text("id")
            let messages = APIPath.company(company, "threads", thread, "messages")
            for _ in 0..<2 { _ = try await client.deliver(messages, ["content": "Once"], key: "k") }
            #expect(try await client.list(messages).items.map { $0.text("content") } == ["Once"])
        }
    }

    @Test func `a list that is cut says so, and one that is not does not`() async throws {
        try await withClient { client, company in
            let tickets = APIPath.company(company, "tickets")
            for (limit, count, rest) in [
                (1, 1, APIClient.Rest.some), (2, 2, .none), (3, 2, .none), (nil, 2, .none), (.max, 2, .none),
            ] as [(Int?, Int, APIClient.Rest)] {
                let page = try await client.list(tickets, limit: limit)
                #expect(page.items.count == count)
                #expect(page.rest == rest)
            }
        }
    }
}
