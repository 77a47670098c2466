import Domain
import HTTPTypes
import Store
import Synchronization
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct SessionTests {
    @Test func `a browser that was let in reads and writes as the owner`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let browser = try await Browser(client)
            let made = try await browser.send(.post, "/api/companies", ["name": "Aurora"])
            #expect(made.status == 201)
            let company = made.json["id"]?.string ?? ""
            #expect(try await browser.send(.get, "/api/companies").json["items"]?.array?.count == 1)
            #expect(try await browser.send(.post, "/api/companies/\(company)/pause").status == 200)
            let events = try await client.get("/api/companies/\(company)/events").json["items"]?.array ?? []
            let paused = try #require(events.first { $0["event_type"] == "company.paused" })
            #expect(paused["actor_id"]?.string == door.owner.id.rawValue)
        }
    }

    @Test func `a page that does not know the session's key changes nothing, and sees nothing`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (browser, other) = (try await Browser(client), try await Browser(client))
            let own = try await door.furnish("Aurora", with: client)
            let before = try await door.eventCount()
            for route in RouteTable.all where route.permission == .owner {
                let path = own.ids.reduce(route.path.replacing("/api/companies/{company}", with: own.path)) {
                    $0.replacing("{\($1.key)}", with: $1.value)
                }
                for key in ["", "x", other.pageKey, browser.pageKey.uppercased(), browser.pageKey + "0"] {
                    let body: JSONValue? = route.method == .get ? nil : ["name": "Mallory"]
                    let answer = try await browser.send(route.method, path, body, pageKey: key)
                    #expect((answer.status, answer.code) == (403, "csrf"), "\(route.method) \(route.path)")
                }
            }
            #expect(try await door.eventCount() == before)
        }
    }

    @Test(arguments: MutatingRoute.all)
    func `what changes something wants the session's key, and does it with the key`(route: MutatingRoute) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let browser = try await Browser(client)
            let scene = try await route.scene(door, client)
            let before = try await door.eventCount()
            let (path, body) = (scene.filled(route.path) + route.query, Array(scene.filled(route.body.description).utf8))
            var headers: [HTTPField.Name: String] = [.cookie: browser.cookie, .secFetchSite: "same-origin"]
            #expect(try await client.send(route.method, path, body, headers: headers, token: nil).code == "csrf")
            #expect(try await door.eventCount() == before)
            headers[.pageKey] = browser.pageKey
            #expect(try await client.send(route.method, path, body, headers: headers, token: nil).status < 300)
            #expect(try await door.eventCount() > before)
        }
    }

    @Test func `a cookie that was changed anywhere is nobody's`() async throws {
        try await Door().open { client async throws in
            let browser = try await Browser(client)
            let value = String(browser.cookie.drop { $0 != "=" }.dropFirst())
            let name = "teamx_session_\(client.port)="
            for place in value.indices {
                var changed = value
                changed.replaceSubrange(place...place, with: value[place] == "1" ? "2" : "1")
                let headers: [HTTPField.Name: String] = [.cookie: name + changed, .pageKey: browser.pageKey]
                let answer = try await client.send(.get, "/api/companies", headers: headers, token: nil)
                #expect(answer.status == 401, "\(changed)")
            }
            for changed in [
                "", ".", "..", "1", value + "0", value + ".1", String(value.dropLast()), "9" + value, value.uppercased(),
            ] {
                let headers: [HTTPField.Name: String] = [.cookie: name + changed, .pageKey: browser.pageKey]
                let answer = try await client.send(.get, "/api/companies", headers: headers, token: nil)
                #expect(answer.status == 401, "\(changed)")
            }
            #expect(try await browser.send(.get, "/api/companies").status == 200)
        }
    }

    @Test func `a session ends after thirty days`() async throws {
        let door = try await Door(assets: CockpitSample.embedded)
        try await door.open { client async throws in
            let browser = try await Browser(client)
            door.time.advance(by: .seconds(30 * 86400 - 1))
            #expect(try await browser.send(.get, "/api/companies").status == 200)
            door.time.advance(by: .seconds(1))
            #expect(try await browser.send(.get, "/api/companies").status == 401)
            #expect(try await client.boot(headers: [.cookie: browser.cookie])["signed_in"] == false)
        }
    }

    @Test func `a session outlives the server that began it, and ends with its token`() {
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let session = Sessions(token: "tx_1", random: Door.bytes).begin(at: now)
        #expect(SessionKeys(token: "tx_1").session(session.cookie, at: now) == session)
        #expect(SessionKeys(token: "tx_2").session(session.cookie, at: now) == nil)
        #expect(!session.cookie.contains(session.pageKey))
        #expect(Sessions(token: "tx_1", random: Door.bytes).begin(at: now) != session)
    }

    @Test func `a cookie of another server on this machine is none of ours, and does not hide ours`() async throws {
        try await Door().open { client async throws in
            let browser = try await Browser(client)
            let stranger = browser.cookie.replacing("_\(client.port)=", with: "_1=")
            #expect(try await client.send(.get, "/api/companies", headers: [.cookie: stranger], token: nil).status == 401)
            let both = "a=b; teamx_session_\(client.port)=planted; \(browser.cookie); c=d"
            #expect(try await browser.send(.get, "/api/companies", headers: [.cookie: both]).status == 200)
        }
    }

    @Test func `a wrong token is not made good by a cookie`() async throws {
        try await Door().open { client async throws in
            let headers: [HTTPField.Name: String] = [.cookie: try await Browser(client).cookie]
            for token in ["", "tx_tes"] {
                #expect(try await client.send(.get, "/api/companies", headers: headers, token: token).status == 401)
            }
        }
    }

    @Test(
        arguments: [[.origin: "http://127.0.0.1:1"], [.secFetchSite: "same-site"], [.host: "evil.example"]]
            as [[HTTPField.Name: String]])
    func `a page of another server is refused whatever its browser sends along`(headers: [HTTPField.Name: String]) async throws {
        try await Door().open { client async throws in
            let browser = try await Browser(client)
            #expect(try await browser.send(.get, "/api/companies", headers: headers).status == 403)
            #expect(try await browser.send(.post, "/api/companies", ["name": "A"], headers: headers).status == 403)
        }
    }

    @Test func `signing out takes the cookie away`() async throws {
        try await Door().open { client async throws in
            let browser = try await Browser(client)
            let answer = try await browser.send(.delete, "/api/session")
            #expect(answer.json == ["signed_in": false])
            #expect(
                answer.headers[.setCookie]
                    == "teamx_session_\(client.port)=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0")
        }
    }

    @Test func `a copy of the cookie is worth nothing once its browser has signed out`() async throws {
        try await Door(assets: CockpitSample.embedded).open { client async throws in
            let (browser, other) = (try await Browser(client), try await Browser(client))
            let path = try await client.found().path + "/stream?after=x"
            let ticket = try await browser.send(.post, "/api/session/tickets").json["ticket"]?.string ?? ""
            #expect(try await browser.send(.delete, "/api/session").status == 200)
            #expect(try await browser.send(.get, "/api/companies").status == 401)
            #expect(try await browser.send(.get, path + "&ticket=\(ticket)", pageKey: "").status == 401)
            #expect(try await client.boot(headers: [.cookie: browser.cookie])["signed_in"] == false)
            #expect(try await other.send(.get, "/api/companies").status == 200)
        }
    }

    @Test func `a session that was signed out stays so when the server is started anew, until it would have ended`() throws {
        let kept = Mutex("")
        let ended = EndedSessions("damaged\n\na b\n") { text in kept.withLock { $0 = text } }
        let sessions = Sessions(token: "tx_1", ended: ended, random: Door.bytes)
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let (first, second) = (sessions.begin(at: now), sessions.begin(at: now))
        try sessions.end(first, at: now)
        let anew = Sessions(token: "tx_1", ended: EndedSessions(kept.withLock { $0 }), random: Door.bytes)
        #expect(!anew.isOpen(first, at: now) && anew.isOpen(second, at: now))
        for _ in 0..<(EndedSessions.limit + 10) { try sessions.end(sessions.begin(at: now), at: now) }
        #expect(kept.withLock { $0.split(separator: "\n").count } == EndedSessions.limit)
        let later = now + BrowserSession.length
        try sessions.end(sessions.begin(at: later), at: later)
        #expect(kept.withLock { $0.split(separator: "\n").count } == 1)
    }

    @Test func `what follows a company ends with the session that it belongs to`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let browser = try await Browser(client)
            let path = try await client.found().path + "/stream"
            async let stream = try? browser.send(.get, path)  // it is cut off in the middle
            while door.store.feed.subscriberCount == 0 || door.time.sleeperCount == 0 { await Task.yield() }
            #expect(try await browser.send(.delete, "/api/session").status == 200)
            door.time.advance(by: .seconds(15))
            _ = await stream
            while door.store.feed.subscriberCount > 0 { await Task.yield() }  // the suite's time limit is the patience
        }
    }

    @Test func `a program needs no session's key`() async throws {
        try await Door().open { client async throws in
            let headers: [HTTPField.Name: String] = [.cookie: try await Browser(client).cookie]
            let body = Array(#"{"name": "Aurora"}"#.utf8)
            #expect(try await client.send(.post, "/api/companies", body, headers: headers).status == 201)
        }
    }
}
