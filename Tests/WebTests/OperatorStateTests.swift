import Domain
import Store
import Testing

@testable import Web

/// What the cockpit remembers of the person in front of it.
struct OperatorStateTests {
    @Test func `what is put off is out of the inbox until its moment, and then back by itself`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            func kinds() async throws -> [String] {
                try await client.get(own.path + "/inbox").json["items"]?.array?.compactMap { $0["kind"]?.string } ?? []
            }
            #expect(try await kinds() == ["question"])
            let question = own.ids["question"] ?? ""
            let until = door.time.now() + .seconds(3600)
            let path = own.path + "/inbox/\(question)/snooze"
            #expect(
                try await client.put(path, ["until": .integer(until.milliseconds)]).json["until"]?.integer == until.milliseconds)
            #expect(try await kinds() == [])
            #expect(try await client.get(own.path + "/inbox/counts").json["total"] == 0)
            #expect(try await client.get(own.path + "/floor").json["needs_you"]?["count"] == 0)
            door.time.advance(by: .seconds(3600))
            #expect(try await kinds() == ["question"])
            _ = try await client.put(path, ["until": .integer((door.time.now() + .seconds(60)).milliseconds)])
            #expect(try await client.put(path).json["until"] == .null)
            #expect(try await kinds() == ["question"])
            #expect(try await client.put(path, ["until": .integer(.max)]).field == "until")
            #expect(try await client.put(own.path + "/inbox/nothing/snooze").status == 404)
        }
    }

    @Test func `whoever was away for half an hour is told what happened since`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            func absence() async throws -> JSONValue? {
                let value = try await client.get(own.path + "/floor").json["since_you_left"]
                return value == .null ? nil : value
            }
            #expect(try await absence() == nil)
            let last = try await door.store.read { try Event.lastSequence(of: own.company, in: $0) }
            let seen = try await client.put(own.path + "/seen", ["seq": .integer(9_999_999)]).json
            #expect(seen["seq"]?.integer == Int64(last))
            _ = try await client.put(own.path + "/tickets/1/closure")
            door.time.advance(by: .seconds(30 * 60))
            #expect(try await absence() == nil)
            door.time.advance(by: .seconds(1))
            #expect(try await absence()?["tickets_done"] == 1)
            #expect(try await absence()?["failures"] == 0)
            #expect(try await absence()?["spent"] == "0")
            #expect(try await absence()?["seq"]?.integer == Int64(last))
            // It never goes back.
            #expect(try await client.put(own.path + "/seen", ["seq": 1]).json["seq"]?.integer == Int64(last))
            #expect(try await absence() == nil)
        }
    }

    @Test func `a view is kept under its name, changed under it, and removed`() async throws {
        try await Door().open { client async throws in
            let company = try await client.found().path.split(separator: "/").last.map(String.init) ?? ""
            func keep(_ name: String, _ query: String) async throws -> Door.Client.Answer {
                try await client.put(
                    "/api/views",
                    ["company_id": .string(company), "page": "board", "name": .string(name), "query": .string(query)])
            }
            let first = try await keep("Mine", "status=open").json
            let again = try await keep("Mine", "status=blocked").json
            #expect(first["id"] == again["id"])
            _ = try await keep("All", "")
            let listed = try await client.get("/api/views?company=\(company)&page=board").json["items"]?.array ?? []
            #expect(listed.map { $0["name"] } == ["All", "Mine"])
            #expect(listed.last?["query"] == "status=blocked")
            #expect(try await client.get("/api/views?page=goals").json["items"] == [])
            #expect(try await keep(" ", "").field == "name")
            #expect(try await client.delete("/api/views/\(first["id"]?.string ?? "")").status == 200)
            #expect(try await client.delete("/api/views/\(first["id"]?.string ?? "")").status == 404)
        }
    }

    @Test func `preferences begin as the cockpit comes, and each is changed by itself`() async throws {
        try await Door().open { client async throws in
            let usual = try await client.get("/api/preferences").json
            #expect(
                usual == [
                    "theme": "system", "density": "comfortable", "single_keys": true, "announce": "boundaries", "keys": [:],
                ])
            _ = try await client.put("/api/preferences", ["theme": "dark"])
            let changed = try await client.put("/api/preferences", ["single_keys": false]).json
            #expect(
                changed == [
                    "theme": "dark", "density": "comfortable", "single_keys": false, "announce": "boundaries", "keys": [:],
                ])
            #expect(try await client.get("/api/preferences").json == changed)
            #expect(try await client.put("/api/preferences", ["theme": "plaid"]).field == "theme")
        }
    }

    @Test func `keys change places all together, and what is no key is refused`() async throws {
        try await Door().open { client async throws in
            let keys: JSONValue = ["c": "y", "y": "c", "?": "shift+k", "mod++": "alt+f2"]
            #expect(try await client.put("/api/preferences", ["keys": keys]).json["keys"] == keys)
            #expect(try await client.put("/api/preferences", ["theme": "dark"]).json["keys"] == keys)
            let long = String(repeating: "a", count: 41)
            for wrong in ["", "g b", "Mod+K", "K", "mod+", "mod+mod+k", "two-words", "\u{202e}", long] {
                #expect(try await client.put("/api/preferences", ["keys": ["c": .string(wrong)]]).field == "keys", "\(wrong)")
                #expect(try await client.put("/api/preferences", ["keys": [wrong: "c"]]).field == "keys", "\(wrong)")
            }
            #expect(try await client.put("/api/preferences", ["keys": ["c": 1]]).status == 422)
            let many = Dictionary(uniqueKeysWithValues: (0...100).map { ("f\($0)", JSONValue.string("k")) })
            #expect(try await client.put("/api/preferences", ["keys": .object(many)]).field == "keys")
            #expect(try await client.get("/api/preferences").json["keys"] == keys)
            #expect(try await client.put("/api/preferences", ["keys": [:]]).json["keys"] == [:])
        }
    }

    @Test func `a view gets another name, unless another one has it`() async throws {
        try await Door().open { client async throws in
            let company = try await client.found().path.split(separator: "/").last.map(String.init) ?? ""
            func keep(_ name: String) async throws -> String {
                try await client.put("/api/views", ["company_id": .string(company), "page": "board", "name": .string(name)])
                    .json["id"]?.string ?? ""
            }
            let (mine, _) = (try await keep("Mine"), try await keep("All"))
            let path = "/api/views/\(mine)"
            #expect(try await client.patch(path, ["name": " Ours "]).json["name"] == "Ours")
            #expect(try await client.patch(path, ["name": "Ours"]).status == 200)
            #expect(try await client.patch(path, ["name": "All"]).status == 409)
            #expect(try await client.patch(path, ["name": " "]).field == "name")
            #expect(try await client.patch("/api/views/none", ["name": "Ours"]).status == 404)
            let names = try await client.get("/api/views").json["items"]?.array?.map { $0["name"] }
            #expect(names == ["All", "Ours"])
        }
    }

    @Test func `what was put away is listed, the latest first, until it is back or decided`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let first = own.ids["question"] ?? ""
            let second = try await door.ask("Tea?", by: own.chief, on: own.ticket, of: own.company)
            let failed = try await door.store.write { transaction in
                let work = try #require(try transaction.find(WakeupRequest.self, WakeupRequest.ID(own.ids["work"] ?? "")))
                try transaction.execute(
                    "UPDATE agent_wakeup_requests SET status = 'failed', completed_at = \(transaction.now) WHERE id = \(work.id)")
                return work.id.rawValue
            }
            func away(_ query: String) async throws -> [String] {
                try await client.get(own.path + "/inbox" + query).json["items"]?.array?.compactMap { $0["id"]?.string } ?? []
            }
            #expect(try await away("?standing=snoozed") == [])
            let until = JSONValue.integer((door.time.now() + .seconds(3600)).milliseconds)
            for id in [first, second] {
                _ = try await client.put(own.path + "/inbox/\(id)/snooze", ["until": until])
            }
            _ = try await client.put(own.path + "/inbox/\(failed)/done")
            #expect(try await away("?standing=snoozed") == [second, first])
            #expect(try await away("?standing=done") == [failed])
            #expect(try await away("?standing=done&kind=question") == [])
            #expect(try await away("") == [])
            let page = try await client.get(own.path + "/inbox?standing=snoozed&limit=1").json
            #expect(page["items"]?[0]?["until"] == until)
            #expect(page["items"]?[0]?["action"]?["verb"] == "answer")
            #expect(try await away("?standing=snoozed&limit=1&after=\(page["next"]?.string ?? "")") == [first])
            #expect(try await client.get(own.path + "/inbox?standing=done").json["items"]?[0]?["until"] == .null)
            _ = try await client.delete(own.path + "/inbox/\(failed)/done")
            #expect(try await away("?standing=done") == [])
            _ = try await client.put(own.path + "/questions/\(second)/answer", ["answer": "Yes"])
            #expect(try await away("?standing=snoozed") == [first])
            door.time.advance(by: .seconds(3600))
            #expect(try await away("?standing=snoozed") == [])
            #expect(try await away("?kind=question") == [first])
            #expect(try await client.get(own.path + "/inbox?standing=lost").status == 422)
            #expect(try await client.get(own.path + "/inbox?standing=done&after=x").field == "after")
        }
    }

    @Test func `a list of conversations says how each ends, on one line`() async throws {
        try await Door().open { client async throws in
            let (path, chief) = try await client.found()
            let thread = try await client.post(path + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            func line() async throws -> JSONValue? {
                try await client.get(path + "/threads").json["items"]?.array?.first { $0["id"]?.string == thread }?[
                    "last_message"]
            }
            #expect(try await line() == .null)
            _ = try await client.post(path + "/threads/\(thread)/messages", ["content": "Hello\n\nthere  you"])
            #expect(try await line()?["text"] == "Hello there you")
            #expect(try await line()?["author"] != .null)
        }
    }

    @Test func `a ticket is found by its key, in its company and from anywhere`() async throws {
        try await Door().open { client async throws in
            let own = try await client.found("Aurora").path
            let other = try await client.found("Aurum").path
            let ticket = try await client.post(own + "/tickets", ["title": "Write"]).json
            let key = "AUR-\(ticket["number"]?.integer ?? 0)"
            #expect(try await client.get(own + "/tickets/\(key)").json["id"] == ticket["id"])
            #expect(try await client.get(own + "/tickets/\(key.lowercased())").json["key"]?.string == key)
            #expect(try await client.get(other + "/tickets/\(key)").status == 404)
            let found = try await client.get("/api/tickets/\(key)").json
            #expect(found["id"] == ticket["id"])
            #expect(found["company"]?["slug"] == "aurora")
            #expect(try await client.get("/api/tickets/AUR-999").status == 404)
            #expect(try await client.get(other).json["ticket_prefix"] == "AUR2")
            _ = try await client.post(other + "/tickets", ["title": "Read"])
            #expect(try await client.get("/api/tickets/AUR2-1").json["company"]?["slug"] == "aurum")
            #expect(try await client.get(other + "/tickets").json["items"]?.array?.first?["key"] == "AUR2-1")
        }
    }
}
