import Domain
import HTTPTypes
import Testing

@testable import Web

struct SessionTicketTests {
    private func ticket(_ browser: Browser) async throws -> String {
        let answer = try await browser.send(.post, "/api/session/tickets")
        #expect(answer.status == 201)
        return answer.json["ticket"]?.string ?? ""
    }

    private func content(_ client: Door.Client) async throws -> (path: String, company: String) {
        let own = try await client.found()
        let file = try await client.send(.post, own.path + "/files?name=a.txt", Array("tea".utf8), type: "text/plain")
        return (own.path + "/files/\(file.json["id"]?.string ?? "")/content", own.path)
    }

    @Test func `a file is opened by its address with a ticket, and nothing else is`() async throws {
        try await Door().open { client async throws in
            let browser = try await Browser(client)
            let (path, company) = try await content(client)
            let ticket = try await ticket(browser)
            #expect(try await browser.send(.get, path, pageKey: "").code == "csrf")
            let opened = try await browser.send(.get, path + "?ticket=\(ticket)", pageKey: "")
            #expect((opened.status, String(decoding: opened.bytes, as: UTF8.self)) == (200, "tea"))
            for other in ["/api/companies", company, company + "/files", path.replacing("/content", with: "")] {
                #expect(try await browser.send(.get, other + "?ticket=\(ticket)", pageKey: "").code == "csrf", "\(other)")
            }
            #expect(try await browser.send(.post, company + "/pause?ticket=\(ticket)", pageKey: "").code == "csrf")
            #expect(try await browser.send(.post, "/api/session/tickets", pageKey: "").code == "csrf")
        }
    }

    @Test func `a ticket is good for five minutes, with the cookie of its session, as it was given`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (browser, other) = (try await Browser(client), try await Browser(client))
            let path = try await content(client).path
            let ticket = try await ticket(browser)
            let later = "9" + ticket
            for wrong in ["", "x", ".", later, ticket + "0", String(ticket.dropLast()), browser.pageKey] {
                #expect(try await browser.send(.get, path + "?ticket=\(wrong)", pageKey: "").code == "csrf", "\(wrong)")
            }
            #expect(try await other.send(.get, path + "?ticket=\(ticket)", pageKey: "").code == "csrf")
            #expect(try await client.send(.get, path + "?ticket=\(ticket)", token: nil).status == 401)
            door.time.advance(by: .seconds(299))
            #expect(try await browser.send(.get, path + "?ticket=\(ticket)", pageKey: "").status == 200)
            door.time.advance(by: .seconds(1))
            #expect(try await browser.send(.get, path + "?ticket=\(ticket)", pageKey: "").code == "csrf")
        }
    }

    @Test func `the stream takes a ticket`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let browser = try await Browser(client)
            let path = try await client.found().path + "/stream"
            #expect(try await browser.send(.get, path + "?after=x", pageKey: "").code == "csrf")
            let ticket = try await ticket(browser)
            // A place that is none is told only to whoever was let in.
            #expect(try await browser.send(.get, path + "?after=x&ticket=\(ticket)", pageKey: "").status == 422)
        }
    }

    @Test func `a program is given none`() async throws {
        try await Door().open { client async throws in
            #expect(try await client.post("/api/session/tickets").status == 409)
        }
    }

    @Test func `a browser that does not say where a request comes from changes nothing`() async throws {
        try await Door().open { client async throws in
            let browser = try await Browser(client)
            let headers: [HTTPField.Name: String] = [.cookie: browser.cookie, .pageKey: browser.pageKey]
            let body = Array(#"{"name": "Aurora"}"#.utf8)
            let refused = try await client.send(.post, "/api/companies", body, headers: headers, token: nil)
            #expect((refused.status, refused.code) == (403, "forbidden_origin"))
            let own = headers.merging([.origin: "http://127.0.0.1:PORT"]) { $1 }
            #expect(try await client.send(.post, "/api/companies", body, headers: own, token: nil).status == 201)
        }
    }
}
