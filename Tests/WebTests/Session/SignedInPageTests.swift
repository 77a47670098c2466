import Domain
import HTTPTypes
import Testing

@testable import Web

struct SignedInPageTests {
    @Test func `the page of a browser that was let in holds no key and no company, since cookies go to other ports too`()
        async throws
    {
        let door = try await Door(assets: CockpitSample.embedded)
        try await door.open { client async throws in
            let browser = try await Browser(client)
            _ = try await client.found("Aurora")
            #expect(try await client.put("/api/preferences", ["theme": "dark"]).status == 200)
            #expect(
                try await client.boot(headers: [.cookie: browser.cookie]) == [
                    "version": "test", "assets": .string(CockpitSample.embedded.hash), "signed_in": true, "epoch": 1,
                    "theme": "dark", "density": "comfortable",
                ])
        }
    }

    @Test func `the page without JavaScript says whether the server runs, and names companies to the owner only`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            _ = try await client.found("<b>Aurora</b>")
            let browser = try await Browser(client)
            door.time.advance(by: .seconds(5))
            let anyone = try await client.send(.get, "/status", token: nil)
            #expect(anyone.headers[.contentType] == "text/html; charset=utf-8")
            #expect(anyone.headers[.contentPolicy] == ContentPolicy.text)
            let page = String(decoding: anyone.bytes, as: UTF8.self)
            #expect(page.contains("<td>Runs</td>") && page.contains("<td>test</td>") && page.contains("<td>0 min 5 s</td>"))
            #expect(!page.contains("Aurora") && !page.contains("<script"))
            let own = String(decoding: try await browser.send(.get, "/status").bytes, as: UTF8.self)
            #expect(own.contains("<td>&lt;b&gt;Aurora&lt;/b&gt;, running</td>"))
        }
    }
}
