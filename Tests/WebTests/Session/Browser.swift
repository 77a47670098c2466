import Domain
import HTTPTypes
import Testing

@testable import Web

/// A browser that was let in, and has no token.
struct Browser: Sendable {
    let client: Door.Client
    let cookie: String
    let pageKey: String

    /// Lets a browser in with a code.
    init(_ client: Door.Client) async throws {
        let code = try await client.code()
        let answer = try await client.enter(code)
        let line = try #require(answer.headers[.setCookie])
        self.client = client
        cookie = String(line.prefix { $0 != ";" })
        pageKey = try #require(answer.json["csrf"]?.string)
    }

    /// - Parameter pageKey: Empty for a request that another page caused, or a page that does not know it.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, pageKey: String? = nil,
        headers: [HTTPField.Name: String] = [:]
    ) async throws -> Door.Client.Answer {
        var headers = headers.merging([.cookie: cookie]) { given, _ in given }
        let key = pageKey ?? self.pageKey
        if !key.isEmpty { headers[.pageKey] = key }
        if method != .get, method != .head, headers[.origin] == nil, headers[.secFetchSite] == nil {
            headers[.secFetchSite] = "same-origin"
        }
        return try await client.send(method, path, body.map { Array($0.description.utf8) }, headers: headers, token: nil)
    }
}

extension Door.Client {
    var port: Int { host.split(separator: ":").last.flatMap { Int($0) } ?? 0 }

    func code() async throws -> String {
        let answer = try await post("/api/session/codes")
        #expect(answer.status == 201)
        return answer.json["code"]?.string ?? ""
    }

    func enter(_ code: String) async throws -> Answer {
        try await send(.post, "/api/session", Array(JSONValue.object(["code": .string(code)]).description.utf8), token: nil)
    }
}
