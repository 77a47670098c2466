import Domain
import HTTPTypes
import Testing

@testable import Web

struct SessionCodeTests {
    @Test func `a code lets one browser in, once`() async throws {
        try await Door().open { client async throws in
            let code = try await client.code()
            let entered = try await client.enter(code)
            #expect(entered.status == 200)
            let line = entered.headers[.setCookie] ?? ""
            #expect(line.hasPrefix("teamx_session_\(client.port)="))
            #expect(line.hasSuffix("; HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000"))
            let again = try await client.enter(code)
            #expect((again.status, again.code) == (403, "wrong_code"))
            #expect(again.headers[.setCookie] == nil)
        }
    }

    @Test func `a code may be typed as people type`() async throws {
        try await Door().open { client async throws in
            let codes = [try await client.code(), try await client.code(), try await client.code()]
            let typed = [codes[0].uppercased(), " " + codes[1].replacing("-", with: " "), codes[2].replacing("-", with: "")]
            for code in typed { #expect(try await client.enter(code).status == 200, "\(code)") }
        }
    }

    @Test(arguments: ["", "-", "abcd-efgh-jkmn", "👩‍🚀", String(repeating: "a", count: 100_000)])
    func `what was never given out is refused`(code: String) async throws {
        try await Door().open { client async throws in
            #expect(try await client.enter(code).code == "wrong_code")
        }
    }

    @Test func `a code ends after five minutes`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (early, late) = (try await client.code(), try await client.code())
            door.time.advance(by: .seconds(299))
            #expect(try await client.enter(early).status == 200)
            door.time.advance(by: .seconds(1))
            #expect(try await client.enter(late).code == "wrong_code")
        }
    }

    @Test func `whoever guesses is stopped for a minute, and so is everybody else`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let code = try await client.code()
            for _ in 1...10 { #expect(try await client.enter("abcd-efgh-jkmn").status == 403) }
            let refused = try await client.enter(code)
            #expect((refused.status, refused.code) == (429, "too_many_tries"))
            door.time.advance(by: .seconds(59))
            #expect(try await client.enter(code).status == 429)
            door.time.advance(by: .seconds(1))
            #expect(try await client.enter(code).status == 200)
        }
    }

    @Test func `of more than twenty codes the oldest is worth nothing`() async throws {
        try await Door().open { client async throws in
            var codes: [String] = []
            for _ in 1...21 { codes.append(try await client.code()) }
            #expect(Set(codes).count == 21)
            #expect(try await client.enter(codes[0]).code == "wrong_code")
            for code in codes[1...] { #expect(try await client.enter(code).status == 200) }
        }
    }

    @Test(
        arguments: [[.origin: "http://evil.example"], [.secFetchSite: "same-site"], [.host: "evil.example"]]
            as [[HTTPField.Name: String]])
    func `no other page may use a code`(headers: [HTTPField.Name: String]) async throws {
        try await Door().open { client async throws in
            let body = Array(JSONValue.object(["code": .string(try await client.code())]).description.utf8)
            let refused = try await client.send(.post, "/api/session", body, headers: headers, token: nil)
            #expect(refused.status == 403 && refused.headers[.setCookie] == nil)
            #expect(try await client.send(.post, "/api/session", body, token: nil, type: "text/plain").status == 415)
            #expect(try await client.send(.post, "/api/session", body, token: nil).status == 200)
        }
    }

    @Test func `only a program with the token is given codes`() async throws {
        try await Door().open { client async throws in
            let browser = try await Browser(client)
            #expect(try await browser.send(.post, "/api/session/codes").status == 401)
            // The router takes a path for the same with a slash too many.
            #expect(try await browser.send(.post, "/api/session/codes/").status == 401)
            #expect(try await client.send(.post, "/api/session/codes", token: nil).status == 401)
        }
    }
}
