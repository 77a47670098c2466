import Domain
import HTTPTypes
import Testing

@testable import Web

struct SignedInPageTests {
    @Test func `the page of a browser that was let in knows the companies and the session's key`() async throws {
        let door = try await Door(assets: CockpitSample.embedded)
        try await door.open { client async throws in
            let browser = try await Browser(client)
            let empty = try await client.boot(headers: [.cookie: browser.cookie])
            #expect(empty["companies"] == [] && empty["last_company"] == .null)
            let first = try await client.found("</script><script>alert(1)</script>")
            door.time.advance(by: .seconds(1))
            let second = try await client.found("Borealis")
            _ = try await client.post(second.path + "/archive")
            let boot = try await client.boot(headers: [.cookie: browser.cookie])
            #expect(boot["signed_in"] == true)
            #expect(boot["csrf"]?.string == browser.pageKey)
            #expect(boot["epoch"] == 1)
            #expect(boot["me"] == ["id": .string(door.owner.id.rawValue), "name": "Owner"])
            #expect(boot["time_zone"]?.string == door.time.zone.identifier)
            let companies = boot["companies"]?.array ?? []
            #expect(companies.map { $0["name"]?.string } == ["</script><script>alert(1)</script>", "Borealis"])
            #expect(companies.map { $0["status"]?.string } == ["running", "archived"])
            #expect(companies.allSatisfy { $0["slug"]?.string?.isEmpty == false })
            #expect(boot["last_company"]?.string == first.path.split(separator: "/").last.map(String.init))
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
