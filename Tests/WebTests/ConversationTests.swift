import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

/// Threads of every kind, who takes part in them, and who is woken by what is said.
struct ConversationTests {
    /// A company of three, with a group of two of them.
    private struct Scene {
        let path: String
        let ada: String
        let noor: String
        let jun: String
        let group: String

        init(_ client: Door.Client, _ name: String = "Aurora") async throws {
            (path, ada) = try await client.found(name)
            noor = try await client.post(path + "/employees", ["role": "writer", "name": "Noor Haddad"]).json["id"]?.string ?? ""
            jun = try await client.post(path + "/employees", ["role": "writer", "name": "Jun Ito"]).json["id"]?.string ?? ""
            let body: JSONValue = ["kind": "group", "subject": "Launch", "employee_ids": [.string(ada), .string(noor)]]
            group = path + "/threads/\(try await client.post(path + "/threads", body).json["id"]?.string ?? "")"
        }

        /// Who has been woken, with the cause, the latest last.
        func woken(_ client: Door.Client) async throws -> [String] {
            let queue = try await client.get(path + "/queue").json["items"]?.array ?? []
            return queue.sorted {
                ($0["created_at"]?.integer ?? 0, $0["id"]?.string ?? "") < (
                    $1["created_at"]?.integer ?? 0, $1["id"]?.string ?? ""
                )
            }
            .map { item in
                let who = [ada: "ada", noor: "noor", jun: "jun"][item["agent_id"]?.string ?? ""] ?? "?"
                return "\(who) \(item["cause"]?.string ?? "")"
            }
        }
    }

    @Test func `a direct conversation is opened once, whoever asks for it`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            let body: JSONValue = ["kind": "dm", "employee_ids": [.string(scene.ada)]]
            let first = try await client.post(scene.path + "/threads", body)
            #expect(first.status == 201)
            let again = try await client.post(scene.path + "/threads", body)
            #expect(again.status == 200)
            #expect(again.json["id"] == first.json["id"])
            let pair: JSONValue = ["kind": "dm", "employee_ids": [.string(scene.ada), .string(scene.noor)]]
            let between = try await client.post(scene.path + "/threads", pair)
            #expect(between.status == 201)
            let turned: JSONValue = ["kind": "dm", "employee_ids": [.string(scene.noor), .string(scene.ada)]]
            #expect(try await client.post(scene.path + "/threads", turned).json["id"] == between.json["id"])
            let intrusion = scene.path + "/threads/\(between.json["id"]?.string ?? "")/messages"
            #expect(try await client.post(intrusion, ["content": "Hello"]).status == 409)
        }
    }

    @Test(arguments: [
        (#"{"kind": "dm", "employee_ids": []}"#, "employee_ids"),
        (#"{"kind": "dm", "employee_ids": ["ADA", "ADA"]}"#, "employee_ids"),
        (#"{"kind": "dm", "employee_ids": ["nobody"]}"#, "employee_ids"),
        (#"{"kind": "dm", "subject": "S", "employee_ids": ["ADA"]}"#, "subject"),
        (#"{"kind": "group", "employee_ids": ["ADA"]}"#, "subject"), (#"{"subject": "S"}"#, "employee_ids"),
        (#"{"subject": "S", "employee_ids": []}"#, "employee_ids"), (#"{"kind": "ticket"}"#, "ticket_id"),
        (#"{"kind": "ticket", "ticket_id": "99"}"#, "ticket_id"), (#"{"kind": "meeting", "subject": "S"}"#, "kind"),
        (#"{"kind": "proactive", "subject": "S"}"#, "kind"),
        (#"{"kind": "broadcast", "employee_ids": ["nobody"]}"#, "employee_ids"),
    ])
    func `what a thread cannot be opened with is named`(body: String, field: String) async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            let answer = try await client.send(
                .post, scene.path + "/threads", Array(body.replacing("ADA", with: scene.ada).utf8))
            #expect(answer.status == 422, "\(answer.json)")
            #expect(answer.field == field)
        }
    }

    @Test func `a ticket's thread and the announcements are found where they are`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            _ = try await client.post(scene.path + "/tickets", ["title": "T"])
            let ticket = try await client.post(scene.path + "/threads", ["kind": "ticket", "ticket_id": "1"])
            #expect(ticket.status == 201)
            #expect(try await client.post(scene.path + "/threads", ["kind": "ticket", "ticket_id": "1"]).status == 200)
            let said = try await client.post(scene.path + "/threads", ["kind": "broadcast"])
            #expect(said.status == 201)
            #expect(said.json["subject"] == "Announcements")
            #expect(try await client.post(scene.path + "/threads", ["kind": "broadcast"]).json["id"] == said.json["id"])
            let thread = scene.path + "/threads/\(said.json["id"]?.string ?? "")"
            #expect(try await client.get(thread).json["members"]?.array?.count == 4)
            _ = try await client.post(thread + "/messages", ["content": "We have moved."])
            #expect(try await scene.woken(client) == [])
            _ = try await client.post(thread + "/messages", ["content": "@Jun Ito has the keys."])
            #expect(try await scene.woken(client) == ["jun mention"])
        }
    }

    @Test func `one member answers in a group, and whoever is named instead`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            _ = try await client.post(scene.group + "/messages", ["content": "Who can write the text?"])
            #expect(try await scene.woken(client) == ["noor message"])
            _ = try await client.post(scene.group + "/messages", ["content": "@Ada, what do you think?"])
            #expect(try await scene.woken(client) == ["noor message", "ada mention"])
            _ = try await client.post(scene.group + "/messages", ["content": "Noor Haddad, are you sure?"])
            #expect(try await scene.woken(client) == ["noor message", "ada mention", "noor mention"])
        }
    }

    @Test func `a message can answer a certain one, whose author is called on`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            let said = try await client.post(scene.group + "/messages", ["content": "Good morning"])
            let body: JSONValue = ["content": "And now?", "reply_to": said.json["id"] ?? .null]
            let sent = try await client.post(scene.group + "/messages", body)
            #expect(sent.status == 201)
            #expect(sent.json["parent_id"] == said.json["id"])
            let dm = try await client.post(scene.path + "/employees/\(scene.ada)/thread").json["id"]?.string ?? ""
            let wrong = try await client.post(scene.path + "/threads/\(dm)/messages", body)
            #expect(wrong.status == 422)
            #expect(wrong.field == "reply_to")
        }
    }

    @Test func `who is named and does not take part is added, and the group says so`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            _ = try await client.post(scene.group + "/messages", ["content": "@Jun Ito please look"])
            #expect(try await scene.woken(client) == ["jun mention"])
            let shown = try await client.get(scene.group)
            #expect(shown.json["members"]?.array?.compactMap { $0["name"]?.string }.contains("Jun Ito") == true)
            let said = try await client.get(scene.group + "/messages").json["items"]?.array?.compactMap { $0["content"]?.string }
            #expect(said?.last == "Jun Ito, Content Writer, was mentioned and takes part now.")
            let events = try await client.get(scene.path + "/events?limit=500").json["items"]?.array ?? []
            #expect(
                events.contains { $0["event_type"] == "thread.memberAdded" && $0["payload"]?["member_id"]?.string == scene.jun })
        }
    }

    @Test func `whoever writes is told who answers, what they wait for, and who is named in vain`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            _ = try await client.post(scene.path + "/employees/\(scene.ada)/pause")
            _ = try await client.post(scene.path + "/employees/\(scene.jun)/dismiss")
            let words: JSONValue = ["content": "@Ada and @noor, where is @Jun? And @Edsgar? @all, mail a@b.example"]
            let sent = try await client.post(scene.group + "/messages", words).json
            let woken = (sent["woken"]?.array ?? []).sorted { ($0["name"]?.string ?? "") < ($1["name"]?.string ?? "") }
            #expect(woken.map { $0["employee_id"]?.string } == [scene.ada, scene.noor])
            let reasons = woken.map { $0["waits_for"]?["reason"]?.string ?? "" }
            #expect(reasons.first == "employee_paused")
            #expect(reasons.last != "employee_paused")
            #expect(sent["unknown_names"] == ["Edsgar"])
            #expect(sent["departed"]?.array?.map { $0["employee_id"]?.string } == [scene.jun])
            #expect(sent["departed"]?.array?.first?["sentence"]?.string?.hasPrefix("Jun Ito no longer works here") == true)
        }
    }

    @Test func `a second word to somebody who has not answered yet is answered with the first`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            let talk = try await client.post(scene.path + "/employees/\(scene.noor)/thread").json["id"]?.string ?? ""
            for word in ["One", "Two"] {
                let sent = try await client.post(scene.path + "/threads/\(talk)/messages", ["content": .string(word)]).json
                #expect(sent["woken"]?.array?.map { $0["employee_id"]?.string } == [scene.noor])
            }
        }
    }

    @Test func `nobody of another company is ever meant`() async throws {
        try await Door().open { client async throws in
            let other = try await Scene(client, "Other")
            let path = try await client.found("Own").path
            let zoe = try await client.post(path + "/employees", ["role": "writer", "name": "Zoe"]).json["id"] ?? .null
            let group =
                try await client.post(path + "/threads", ["subject": "S", "employee_ids": [zoe]]).json["id"]?.string ?? ""
            _ = try await client.post(path + "/threads/\(group)/messages", ["content": "@Jun Ito and @Noor Haddad, @all"])
            #expect(try await other.woken(client) == [])
            let queue = try await client.get(path + "/queue").json["items"]?.array ?? []
            #expect(queue.map { $0["agent_id"] } == [zoe])
        }
    }

    @Test func `members come, change their role and go`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            let seat = scene.group + "/members/\(scene.jun)"
            #expect(try await client.put(seat, ["role": "observer"]).json["role_in_thread"] == "observer")
            #expect(try await client.put(seat, [:]).json["role_in_thread"] == "observer")
            _ = try await client.post(scene.group + "/messages", ["content": "@all look"])
            #expect(try await scene.woken(client).sorted() == ["ada mention", "noor mention"])
            #expect(try await client.put(seat, ["role": "member"]).json["role_in_thread"] == "member")
            let names = try await client.get(scene.group + "/members").json["items"]?.array?.count
            #expect(names == 4)
            #expect(try await client.delete(seat).status == 200)
            #expect(try await client.delete(seat).status == 404)
            #expect(try await client.put(seat, ["role": "chair"]).field == "role")
            #expect(try await client.put(seat, ["role": "king"]).status == 422)
            #expect(try await client.put(scene.group + "/members/nobody", [:]).status == 404)
        }
    }

    @Test func `who talks in a direct conversation, and who owns a ticket, is not to be chosen here`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            let dm = try await client.post(scene.path + "/employees/\(scene.ada)/thread").json["id"]?.string ?? ""
            #expect(try await client.put(scene.path + "/threads/\(dm)/members/\(scene.noor)", [:]).status == 409)
            #expect(try await client.delete(scene.path + "/threads/\(dm)/members/\(scene.ada)").status == 409)
            let ticket = try await client.post(
                scene.path + "/tickets", ["title": "T", "assignee_id": .string(scene.noor)])
            let thread = scene.path + "/threads/\(ticket.json["thread_id"]?.string ?? "")"
            #expect(try await client.delete(thread + "/members/\(scene.noor)").status == 409)
            #expect(try await client.put(thread + "/members/\(scene.jun)", [:]).status == 200)
            #expect(try await client.patch(thread, ["archived": true]).status == 409)
            #expect(try await client.patch(thread, ["subject": "Mine"]).status == 409)
        }
    }

    @Test func `a group is renamed, put away and taken up again`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            #expect(try await client.patch(scene.group, ["subject": "  Spring  "]).json["subject"] == "Spring")
            #expect(try await client.patch(scene.group, ["subject": " "]).field == "subject")
            #expect(try await client.patch(scene.group, ["archived": true]).json["archived_at"]?.integer != nil)
            #expect(try await client.post(scene.group + "/messages", ["content": "Hello?"]).status == 409)
            func subjects(_ query: String) async throws -> [String] {
                try await client.get(scene.path + "/threads" + query).json["items"]?.array?.compactMap { $0["subject"]?.string }
                    ?? []
            }
            #expect(try await subjects("") == [])
            #expect(try await subjects("?archived=true") == ["Spring"])
            #expect(try await client.patch(scene.group, ["archived": false]).json["archived_at"] == .null)
            #expect(try await client.post(scene.group + "/messages", ["content": "Hello?"]).status == 201)
        }
    }

    @Test func `threads are listed by kind, member and page`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let scene = try await Scene(client)
            for employee in [scene.ada, scene.noor, scene.jun] {
                _ = try await client.post(scene.path + "/threads", ["kind": "dm", "employee_ids": [.string(employee)]])
            }
            func ids(_ query: String) async throws -> [String] {
                try await client.get(scene.path + "/threads" + query).json["items"]?.array?.compactMap { $0["id"]?.string } ?? []
            }
            let all = try await ids("")
            #expect(all.count == 4)
            #expect(try await ids("?kind=dm").count == 3)
            #expect(try await ids("?kind=dm&employee=\(scene.jun)").count == 1)
            #expect(try await ids("?employee=\(scene.noor)").count == 2)
            var paged: [String] = []
            var cursor = ""
            repeat {
                let page = try await client.get(scene.path + "/threads?limit=3" + (cursor.isEmpty ? "" : "&after=\(cursor)"))
                paged += page.json["items"]?.array?.compactMap { $0["id"]?.string } ?? []
                cursor = page.json["next"]?.string ?? ""
            } while !cursor.isEmpty
            #expect(paged == all)
            for wrong in ["?after=x", "?after=1.", "?kind=chat", "?unread=maybe", "?limit=0", "?kind=proactive"] {
                let answer = try await client.get(scene.path + "/threads" + wrong)
                #expect(answer.status == 422, "\(wrong)")
            }
        }
    }

    @Test func `a ticket's discussion wakes its owner, and only those who are named when somebody is`() async throws {
        try await Door().open { client async throws in
            let scene = try await Scene(client)
            let ticket = try await client.post(scene.path + "/tickets", ["title": "T", "assignee_id": .string(scene.noor)])
            let before = try await scene.woken(client)
            #expect(before == ["noor assignment"])
            _ = try await client.post(scene.path + "/tickets/1/comments", ["content": "How far is it?"])
            #expect(try await scene.woken(client).dropFirst() == ["noor comment"])
            _ = try await client.post(scene.path + "/tickets/1/comments", ["content": "@Jun Ito, please help"])
            #expect(try await scene.woken(client).dropFirst() == ["noor comment", "jun mention"])
            let thread = scene.path + "/threads/\(ticket.json["thread_id"]?.string ?? "")"
            #expect(
                try await client.get(thread).json["members"]?.array?.contains { $0["member_id"]?.string == scene.jun } == true)
        }
    }
}
