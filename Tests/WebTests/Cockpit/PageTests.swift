import Domain
import HTTPTypes
import Testing

@testable import Web

struct PageTests {
    @Test(arguments: ["/", "/welcome", "/search?q=tea", "/doctor", "/enter", "/c/aurora", "/c/aurora/floor", "/c/a/t/AUR-12"])
    func `every address of a page leads to the page`(path: String) async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            let answer = try await client.send(.get, path, token: nil)
            let page = String(decoding: answer.bytes, as: UTF8.self)
            #expect(answer.status == 200)
            #expect(page.contains("/a/\(CockpitSample.embedded.hash)/css/a.css"))
            #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
            #expect(answer.headers[.cacheControl] == "no-store")
            let head = try await client.send(.head, path, token: nil)
            #expect(head.status == 200 && head.bytes.isEmpty)
        }
    }

    @Test func `a page may load and send only what is its own`() async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            #expect(
                try await client.send(.get, "/", token: nil).headers[.contentPolicy] == """
                    default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
                    frame-src blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
                    require-trusted-types-for 'script'; trusted-types tx
                    """)
        }
    }

    @Test func `whoever is not signed in sees nothing of the companies`() async throws {
        let door = try await Door(assets: CockpitSample.embedded)
        try await door.open { client async throws in
            _ = try await client.found("Aurora")
            let boot = try await client.boot()
            #expect(
                boot == ["version": "test", "assets": .string(CockpitSample.embedded.hash), "signed_in": false])
        }
    }

    @Test(arguments: ["/", "/a/HASH/js/app.js", "/c/aurora/floor", "/status"])
    func `no page is shown to another site or by another name`(path: String) async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            let path = path.replacing("HASH", with: CockpitSample.embedded.hash)
            for headers in [[.host: "evil.example"], [.origin: "http://evil.example"], [.secFetchSite: "cross-site"]]
                as [[HTTPField.Name: String]]
            {
                #expect(try await client.send(.get, path, headers: headers).status == 403)
            }
        }
    }

    @Test(arguments: ["/", "/enter?to=%2Fdoctor", "/c/aurora/floor"], ["cross-site", "same-site"])
    func `whoever follows a link from elsewhere to a page sees the page`(path: String, site: String) async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            #expect(try await client.send(.get, path, headers: Self.visit(site), token: nil).status == 200)
        }
    }

    @Test(
        arguments: [
            ("/", [.secFetchMode: "cors"]), ("/", [.secFetchMode: "no-cors"]), ("/", [.secFetchDest: "iframe"]),
            ("/", [.secFetchDest: "empty"]), ("/", [.origin: "null"]), ("/", [.origin: "http://evil.example"]),
            ("/", [.host: "evil.example"]), ("/status", [:]), ("/a/HASH/js/app.js", [:]), ("/api/companies", [:]),
            ("/api/health", [:]), ("/api/companies/x/stream", [:]),
        ] as [(String, [HTTPField.Name: String])])
    func `a link from elsewhere leads to a page and to nothing else`(
        path: String, headers: [HTTPField.Name: String]
    ) async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            let path = path.replacing("HASH", with: CockpitSample.embedded.hash)
            let headers = Self.visit("cross-site").merging(headers) { $1 }
            #expect(try await client.send(.get, path, headers: headers).status == 403)
            #expect(try await client.send(.head, path, headers: headers).status == 403)
            #expect(try await client.send(.post, path, Array("{}".utf8), headers: headers).status == 403)
            #expect(try await client.send(.get, path, Array("{}".utf8), headers: headers).status == 403)
        }
    }

    private static func visit(_ site: String) -> [HTTPField.Name: String] {
        [.secFetchSite: site, .secFetchMode: "navigate", .secFetchDest: "document"]
    }

    @Test func `a page is not opened from elsewhere by what brings a body or is more than asking`() async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            let headers = Self.visit("cross-site")
            #expect(try await client.send(.get, "/", Array("{}".utf8), headers: headers).status == 403)
            #expect(try await client.send(.post, "/", headers: headers).status == 403)
        }
    }

    @Test(arguments: ["/api/nothing", "/api/", "/api", "/api/companies/x/y/z"])
    func `an address of the API that is none stays an error for programs`(path: String) async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            #expect(try await client.send(.get, path).code == "not_found")
        }
    }

    @Test func `what is filled in cannot end the script that it stands in`() {
        let template = PageTemplate("<p>{{assets}}</p>{{boot}}<i>{{assets}}</i>")
        let page = template.filled(assets: "/a/1", boot: ["n": "</script><!--&\u{2028}\u{2029}{{assets}}{{boot}}"])
        #expect(
            page == #"""
                <p>/a/1</p>{"n":"\u003c/script\u003e\u003c!--\u0026\u2028\u2029{{assets}}{{boot}}"}<i>/a/1</i>
                """#)
    }

    @Test func `a program without a cockpit says so`() async throws {
        try await Door().open { client async throws in
            #expect(try await client.send(.get, "/", token: nil).code == "not_found")
        }
    }
}

extension Door.Client {
    /// What the page is told when it is asked for.
    func boot(headers: [HTTPField.Name: String] = [:]) async throws -> JSONValue {
        let page = String(decoding: try await send(.get, "/", headers: headers, token: nil).bytes, as: UTF8.self)
        let start = try #require(page.firstRange(of: #"id="boot">"#))
        let rest = page[start.upperBound...]
        let end = try #require(rest.firstRange(of: "</script>"))
        return try JSONValue(parsing: Array(rest[..<end.lowerBound].utf8))
    }
}
