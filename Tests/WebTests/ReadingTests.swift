import Domain
import HTTPTypes
import Store
import TestSupport
import Testing

@testable import Web

/// What is unread, how far back one can read, and what is found.
struct ReadingTests {
    private func thread(_ client: Door.Client) async throws -> (company: String, path: String, employee: Employee.ID) {
        let (company, chief) = try await client.found()
        let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
        return (company, company + "/threads/\(thread)", Employee.ID(chief))
    }

    /// What an employee says, as a turn of theirs writes it.
    private func say(_ text: String, in path: String, by employee: Employee.ID, _ door: Door) async throws -> String {
        let id = path.split(separator: "/").last.map(String.init) ?? ""
        return try await door.store.write { transaction in
            let thread = try #require(try transaction.find(Thread.self, Thread.ID(id)))
            return try Message.post(text, to: thread, by: .employee(employee), in: transaction).id.rawValue
        }
    }

    private func unread(_ path: String, _ client: Door.Client) async throws -> Int64 {
        try await client.get(path).json["unread"]?.integer ?? -1
    }

    @Test func `what others wrote is unread until it is marked, and a mark never goes back`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, path, employee) = try await thread(client)
            _ = try await client.post(path + "/messages", ["content": "Hello"])
            #expect(try await unread(path, client) == 0)
            let first = try await say("One", in: path, by: employee, door)
            let second = try await say("Two", in: path, by: employee, door)
            #expect(try await unread(path, client) == 2)
            #expect(try await client.get(company + "/threads?unread=true").json["items"]?.array?.count == 1)
            let marked = try await client.put(path + "/read", ["message_id": .string(first)])
            #expect(marked.json["unread"] == 1)
            #expect(try await client.put(path + "/read").json["message_id"]?.string == second)
            #expect(try await client.put(path + "/read", ["message_id": .string(first)]).json["message_id"]?.string == second)
            #expect(try await unread(path, client) == 0)
            #expect(try await client.get(company + "/threads?unread=true").json["items"] == [])
            _ = try await client.post(path + "/messages", ["content": "Mine"])
            #expect(try await unread(path, client) == 0)
        }
    }

    @Test func `a thread tells up to where it is read`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (_, path, employee) = try await thread(client)
            #expect(try await client.get(path).json["read_up_to"] == .null)
            let first = try await say("One", in: path, by: employee, door)
            _ = try await say("Two", in: path, by: employee, door)
            _ = try await client.put(path + "/read", ["message_id": .string(first)])
            #expect(try await client.get(path).json["read_up_to"]?.string == first)
        }
    }

    @Test func `a message of another thread marks nothing`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (_, path, employee) = try await thread(client)
            let (other, _) = try await client.found("Other")
            let dm = try await client.post(other + "/employees", ["role": "writer"]).json["id"]?.string ?? ""
            let theirs = try await client.post(other + "/employees/\(dm)/thread").json["id"]?.string ?? ""
            let message = try await say("Secret", in: other + "/threads/\(theirs)", by: Employee.ID(dm), door)
            _ = try await say("One", in: path, by: employee, door)
            #expect(try await client.put(path + "/read", ["message_id": .string(message)]).field == "message_id")
            #expect(try await client.get(path + "/messages?before=\(message)").field == "before")
            #expect(try await client.get(path + "/messages?after=nothing").field == "after")
            #expect(try await client.get(path + "/messages?after=\(message)&before=\(message)").status == 422)
            #expect(try await unread(path, client) == 1)
        }
    }

    @Test func `no more are counted than are told`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (_, path, employee) = try await thread(client)
            for number in 0..<120 { _ = try await say("\(number)", in: path, by: employee, door) }
            #expect(try await unread(path, client) == 100)
        }
    }

    @Test func `a thread is read page by page in both directions`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (_, path, employee) = try await thread(client)
            for number in 1...7 { _ = try await say("\(number)", in: path, by: employee, door) }
            func page(_ query: String) async throws -> (texts: [String], json: JSONValue) {
                let json = try await client.get(path + "/messages?limit=3" + query).json
                return (json["items"]?.array?.compactMap { $0["content"]?.string } ?? [], json)
            }
            let latest = try await page("")
            #expect(latest.texts == ["5", "6", "7"])
            let older = try await page("&before=\(latest.json["previous"]?.string ?? "")")
            #expect(older.texts == ["2", "3", "4"])
            let oldest = try await page("&before=\(older.json["previous"]?.string ?? "")")
            #expect(oldest.texts == ["1"])
            #expect(oldest.json["previous"] == .null)
            let first = oldest.json["items"]?[0]?["id"]?.string ?? ""
            let newer = try await page("&after=\(first)")
            #expect(newer.texts == ["2", "3", "4"])
            let newest = try await page("&after=\(newer.json["next"]?.string ?? "")")
            #expect(newest.texts == ["5", "6", "7"])
            #expect(newest.json["next"] == .null)
        }
    }

    @Test func `messages are found by their words, the newest first`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, path, employee) = try await thread(client)
            _ = try await say("The harbour wall is cracked", in: path, by: employee, door)
            _ = try await client.post(path + "/messages", ["content": "Which wall?"])
            func found(_ query: String) async throws -> [String] {
                try await client.get(company + "/messages/search?" + query).json["items"]?.array?.compactMap {
                    $0["message"]?["content"]?.string
                } ?? []
            }
            #expect(try await found("q=WALL") == ["Which wall?", "The harbour wall is cracked"])
            #expect(try await found("q=wall%20harbour") == ["The harbour wall is cracked"])
            #expect(try await found("q=wall&author=\(employee)") == ["The harbour wall is cracked"])
            #expect(try await found("q=wall&limit=1") == ["Which wall?"])
            let page = try await client.get(company + "/messages/search?q=wall&limit=1").json
            #expect(try await found("q=wall&before=\(page["next"]?.string ?? "")") == ["The harbour wall is cracked"])
            #expect(page["items"]?[0]?["snippet"] == "Which wall?")
            #expect(try await found("q=gate") == [])
            #expect(try await client.get(company + "/messages/search").status == 422)
            #expect(try await client.get(company + "/messages/search?q=wall&thread=nothing").status == 404)
        }
    }

    @Test func `no text of a search is an error, and none reaches into another company`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, path, employee) = try await thread(client)
            _ = try await say("alpha beta C++ secret", in: path, by: employee, door)
            let (other, _) = try await client.found("Other")
            let hostile = [
                "alpha\"", "C++", "nosuch:x", "alpha NOT", "alpha AND", "((((((", "NEAR(alpha beta, 3)", "content:alpha", "*",
                "^alpha",
                "'; DROP TABLE messages; --", "alpha OR secret", "\u{0}", "\u{301}", "{content} : alpha", "-alpha", "\"\"",
                "½ ² ٣",
                String(repeating: "alpha ", count: 400), String(repeating: "(", count: 900),
            ]
            for text in hostile {
                let query = text.percentEncoded
                let mine = try await client.get(company + "/messages/search?q=\(query)")
                #expect(mine.status == 200, "\(text)")
                #expect(try await client.get(other + "/messages/search?q=\(query)").json["items"] == [], "\(text)")
            }
            var random = SeededRandom(seed: 7)
            for _ in 0..<300 {
                let scalars = (0..<12).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &random)) }
                let text =
                    String(String.UnicodeScalarView(scalars)) + ["\"", "*", " NOT ", ":"][Int.random(in: 0...3, using: &random)]
                #expect(try await client.get(other + "/messages/search?q=\(text.percentEncoded)").status == 200)
            }
        }
    }

    @Test func `files of the company are attached to a message, and no others`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, path, _) = try await thread(client)
            func upload(_ name: String, to company: String) async throws -> String {
                try await client.send(.post, company + "/files?name=\(name)", Array(name.utf8), type: "text/plain").json["id"]?
                    .string ?? ""
            }
            let plan = try await upload("plan.txt", to: company)
            let theirs = try await upload("secret.txt", to: try await client.found("Other").path)
            let sent = try await client.post(
                path + "/messages", ["content": "", "file_ids": [.string(plan), .string(plan)]])
            #expect(sent.status == 201)
            #expect(sent.json["attachments"]?.array?.compactMap { $0["name"]?.string } == ["plan.txt"])
            let listed = try await client.get(path + "/messages").json["items"]?[0]
            #expect(listed?["attachments"]?[0]?["file_id"]?.string == plan)
            #expect(listed?["file_ids"] == [.string(plan)])
            #expect(
                try await client.post(path + "/messages", ["content": "x", "file_ids": [.string(theirs)]]).field == "file_ids")
            #expect(try await client.post(path + "/messages", ["content": "x", "file_ids": ["../etc"]]).field == "file_ids")
            #expect(try await client.post(path + "/messages", ["file_ids": []]).field == "content")
            let many = JSONValue.array((0...20).map { .string("\($0)") })
            #expect(try await client.post(path + "/messages", ["content": "x", "file_ids": many]).field == "file_ids")
        }
    }

    @Test func `whoever follows the company is told once when somebody reads on, and nothing is kept of it`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let thread = own.ids["thread"] ?? ""
            let message = try await client.get(own.path + "/threads/\(thread)/messages").json["items"]?.array?.last?["id"]?.string
            let count = try await door.eventCount()
            let subscription = door.store.feed.follow(own.company, LiveTopics())
            for _ in 1...2 { _ = try await client.put(own.path + "/threads/\(thread)/read") }
            door.store.feed.finish()
            var read: [ThreadReading] = []
            for await case .reading(let reading) in subscription { read.append(reading) }
            #expect(read == [ThreadReading(thread: Thread.ID(thread), message: message.map { Message.ID($0) }, unread: 0)])
            #expect(try await door.eventCount() == count)
        }
    }
}
