import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

/// In which order lists come, also when all happened in the same millisecond.
struct ListOrderTests {
    @Test(arguments: [("/goals", "title", true), ("/projects", "title", true), ("/tickets", "title", false)])
    func `goals and projects come with the newest first, tickets by number`(
        path: String, member: String, isNewestFirst: Bool
    ) async throws {
        try await Door().open { client async throws in
            let company = try await client.found().path
            let titles = ["One", "Two", "Three"]
            for title in titles { _ = try await client.post(company + path, [member: .string(title)]) }
            let listed = try await client.get(company + path).json["items"]?.array?.compactMap { $0[member]?.string } ?? []
            #expect(listed == (isNewestFirst ? titles.reversed() : titles))
        }
    }

    @Test(arguments: [("number", [1, 2, 3, 4, 5, 6, 7]), ("newest", [7, 6, 5, 4, 3, 2, 1])])
    func `pages of tickets by number lack none and repeat none, also of one status`(sort: String, numbers: [Int64]) async throws {
        try await Door().open { client async throws in
            let company = try await client.found().path
            for number in numbers { _ = try await client.post(company + "/tickets", ["title": .string("\(number)")]) }
            _ = try await client.put(company + "/tickets/4/closure")
            for (status, wanted) in [("", numbers), ("&status=open", numbers.filter { $0 != 4 })] {
                var found: [Int64] = []
                var place = ""
                repeat {
                    let page = try await client.get(company + "/tickets?limit=2&sort=\(sort)\(status)\(place)").json
                    found += page["items"]?.array?.compactMap { $0["number"]?.integer } ?? []
                    let next = page["next"]
                    place = (next?.string ?? next?.integer.map { "\($0)" }).map { "&after=\($0)" } ?? ""
                } while !place.isEmpty
                #expect(found == wanted)
            }
        }
    }

    @Test func `meetings come with the newest first, and a new one may begin when the last has ended`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let writer = try await client.post(company + "/employees", ["role": "writer"]).json["id"]?.string ?? ""
            for agenda in ["One", "Two"] {
                let body: JSONValue = [
                    "chair_id": .string(chief), "attendee_ids": [.string(writer)], "agenda": .string(agenda),
                ]
                let meeting = try await client.post(company + "/meetings", body).json["id"]?.string ?? ""
                let path = company + "/meetings/\(meeting)"
                #expect(try await client.get(path).json["status"] == "active")
                #expect(try await client.post(path + "/end", ["now": true]).status == 200)
                #expect(try await client.post(path + "/end", ["now": true]).status == 409)
                #expect(try await client.post(path + "/call-on", ["employee_id": .string(writer)]).status == 409)
                door.time.advance(by: .milliseconds(1))
            }
            let listed = try await client.get(company + "/meetings").json["items"]?.array ?? []
            #expect(listed.map { $0["agenda"] } == ["Two", "One"])
            #expect(try await client.get(company + "/meetings?limit=1").json["items"]?.array?.count == 1)
        }
    }

    @Test func `messages of one moment are in the order in which they were written, in pages from both ends`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            let path = company + "/threads/\(thread)/messages"
            let words = (1...7).map { "Message \($0)" }
            for word in words { _ = try await client.post(path, ["content": .string(word)]) }
            func page(_ query: String) async throws -> (words: [String], previous: String?, next: String?) {
                let json = try await client.get(path + query).json
                return (
                    json["items"]?.array?.compactMap { $0["content"]?.string } ?? [], json["previous"]?.string,
                    json["next"]?.string
                )
            }
            #expect(try await page("").words == words)
            var read: [String] = []
            var place: String? = ""
            while let before = place {
                let found = try await page("?limit=3" + (before.isEmpty ? "" : "&before=\(before)"))
                read = found.words + read
                place = found.previous
            }
            #expect(read == words)
            let first = try await client.get(path + "?limit=3").json["items"]?[0]?["id"]?.string ?? ""
            #expect(try await page("?limit=2&after=\(first)").words == ["Message 6", "Message 7"])
        }
    }

    @Test func `a thread that is written in comes to the top`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            var threads: [String] = []
            for subject in ["One", "Two", "Three"] {
                let body: JSONValue = ["subject": .string(subject), "employee_ids": [.string(chief)]]
                threads.append(try await client.post(company + "/threads", body).json["id"]?.string ?? "")
                door.time.advance(by: .milliseconds(1))
            }
            func subjects() async throws -> [String] {
                try await client.get(company + "/threads").json["items"]?.array?.compactMap { $0["subject"]?.string } ?? []
            }
            #expect(try await subjects() == ["Three", "Two", "One"])
            _ = try await client.post(company + "/threads/\(threads[0])/messages", ["content": "Hello"])
            #expect(try await subjects() == ["One", "Three", "Two"])
        }
    }

    @Test(arguments: ["/runs", "/meetings", "/files", "/checkpoints", "/threads/{thread}/checkpoints"])
    func `a long list is told page by page, each item once and in its order`(path: String) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            for number in 0..<4 {
                if number > 1 { door.time.advance(by: .milliseconds(1)) }
                _ = try await door.run(by: own.chief, of: own.company)
                _ = try await door.ended(chair: own.chief, of: own.company)
                let file = own.path + "/files?name=\(number).txt"
                _ = try await client.send(.post, file, Array("words".utf8), type: "text/plain")
                let checkpoints = own.path + "/threads/\(own.ids["thread"] ?? "")/checkpoints"
                _ = try await client.post(checkpoints, ["progress_summary": .string("Part \(number)")])
            }
            let address = own.path + path.replacing("{thread}", with: own.ids["thread"] ?? "")
            let all = try await client.get(address).json
            #expect(all["next"] == .null)
            #expect(all["items"]?.array?.count == 5)
            var seen: [JSONValue] = []
            var place: String? = ""
            while let after = place, seen.count < 20 {
                let page = try await client.get(address + "?limit=2" + (after.isEmpty ? "" : "&after=\(after)")).json
                seen += page["items"]?.array ?? []
                place = page["next"]?.string
            }
            #expect(seen == all["items"]?.array)
            #expect(try await client.get(address + "?after=nowhere").field == "after")
        }
    }

    @Test func `runs come with the latest first`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            door.time.advance(by: .milliseconds(1))
            let later = try await door.run(by: own.chief, of: own.company)
            let listed = try await client.get(own.path + "/runs").json["items"]?.array?.compactMap { $0["id"]?.string }
            #expect(listed == [later, own.ids["run"] ?? ""])
        }
    }
}
