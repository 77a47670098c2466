import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

struct AccessTests {
    private static func example(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix("{") ? "x" : String($0) }.joined(
            separator: "/")
    }

    @Test func `every route but health and the way in wants the token`() async throws {
        try await Door().open { client async throws in
            for route in RouteTable.all {
                for token in [nil, "", "tx_tes", "tx_test2"] as [String?] {
                    let answer = try await client.send(route.method, Self.example(route.path), Array("{}".utf8), token: token)
                    let open = route.path == "/api/session" ? 422 : 200
                    #expect(answer.status == (route.permission == .everyone ? open : 401), "\(route.method) \(route.path)")
                }
            }
        }
    }

    @Test(
        arguments: [
            [.host: "evil.example"], [.host: "127.0.0.1.nip.io:PORT"], [.host: "localhost:1"], [.host: "127.0.0.1"],
            [.origin: "null"],
            [.origin: "http://localhost:3000"], [.origin: "https://127.0.0.1:PORT"], [.origin: "http://evil.example"],
            [.secFetchSite: "cross-site"],
            [.secFetchSite: "same-site"],
        ] as [[HTTPField.Name: String]])
    func `a request by another name or from another site changes nothing`(headers: [HTTPField.Name: String]) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Aurora", with: client)
            let before = try await door.eventCount()
            for route in RouteTable.all {
                let path = own.ids.reduce(route.path.replacing("/api/companies/{company}", with: own.path)) {
                    $0.replacing("{\($1.key)}", with: $1.value)
                }
                let answer = try await client.send(route.method, path, Array(#"{"name": "Mallory"}"#.utf8), headers: headers)
                #expect(answer.status == 403, "\(route.method) \(route.path)")
                #expect(answer.code == (headers[.host] == nil ? "forbidden_origin" : "forbidden_host"))
            }
            #expect(try await door.eventCount() == before)
        }
    }

    @Test(
        arguments: [[.origin: "http://127.0.0.1:PORT"], [.host: "localhost:PORT"], [.secFetchSite: "same-origin"]]
            as [[HTTPField.Name: String]])
    func `the server's own page may come in`(headers: [HTTPField.Name: String]) async throws {
        try await Door().open { client async throws in
            #expect(try await client.send(.get, "/api/companies", headers: headers).status == 200)
        }
    }
}
