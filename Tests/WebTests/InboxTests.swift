import Domain
import Store
import Testing

@testable import Web

/// What employees ask, how it is answered, and what else waits for a person.
struct InboxTests {
    private func ask(
        _ kind: QuestionKind, options: [String] = [], _ own: Door.Furnished, _ door: Door, ticket: Bool = true
    ) async throws -> String {
        try await door.store.write { transaction in
            let ticket = ticket ? try Ticket.require(own.ticket, of: own.company, in: transaction) : nil
            return try Question.ask(
                "May I?", kind: kind, options: options, by: own.chief, on: ticket, thread: ticket?.threadID, run: nil,
                company: own.company, in: transaction
            ).id.rawValue
        }
    }

    /// A company whose furniture asks nothing.
    private func quiet(_ door: Door, _ client: Door.Client) async throws -> Door.Furnished {
        let own = try await door.furnish("Aurora", with: client)
        _ = try await client.put(own.path + "/questions/\(own.ids["question"] ?? "")/answer", ["answer": "Red"])
        return own
    }

    @Test(arguments: [
        (QuestionKind.text, "Blue", true), (.text, "  ", false), (.choice, "tea", true), (.choice, "milk", false),
        (.approval, "approved", true), (.approval, "denied", true), (.approval, "yes", false), (.file, "nothing", false),
        (.file, "THEIRS", false), (.file, "FILE", true),
    ])
    func `an answer is held against what was asked for`(kind: QuestionKind, answer: String, isGood: Bool) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await quiet(door, client)
            let theirs = try await door.furnish("Theirs", with: client)
            let id = try await ask(kind, options: kind == .choice ? ["tea", "coffee"] : [], own, door)
            let text = answer.replacing("FILE", with: own.ids["file"] ?? "").replacing("THEIRS", with: theirs.ids["file"] ?? "")
            let path = own.path + "/questions/\(id)/answer"
            let given = try await client.put(path, ["answer": .string(text), "comment": "Go ahead"])
            #expect(given.status == (isGood ? 200 : 422), "\(given.json)")
            #expect(isGood || given.field == "answer")
            let ticket = try await client.get(own.path + "/tickets/1").json
            #expect(ticket["status"] == (isGood ? "in-progress" : "blocked"))
            guard isGood else { return }
            #expect(given.json["comment"] == "Go ahead")
            #expect(try await client.put(path, ["answer": .string(text)]).status == 409)
            let note = ticket["messages"]?.array?.last
            #expect(note?["content"]?.string?.hasPrefix("Answer to “May I?”: ") == true)
            #expect(note?["content"]?.string?.hasSuffix("Go ahead") == true)
            let queue = try await client.get(own.path + "/queue").json["items"]?.array ?? []
            #expect(queue.contains { $0["cause"] == "question_answered" })
        }
    }

    @Test func `of several who answer at once one succeeds`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await quiet(door, client)
            let id = try await ask(.approval, own, door)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        try await client.put(
                            own.path + "/questions/\(id)/answer", ["answer": number % 2 == 0 ? "approved" : "denied"]
                        ).status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 1)
            #expect(statuses.count { $0 == 409 } == 11)
        }
    }

    @Test func `a ticket goes on when the last of its questions is answered`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await quiet(door, client)
            let (first, second) = (try await ask(.text, own, door), try await ask(.approval, own, door))
            _ = try await client.put(own.path + "/questions/\(first)/answer", ["answer": "Now"])
            #expect(try await client.get(own.path + "/tickets/1").json["status"] == "blocked")
            _ = try await client.put(own.path + "/questions/\(second)/answer", ["answer": "denied"])
            #expect(try await client.get(own.path + "/tickets/1").json["status"] == "in-progress")
        }
    }

    @Test(arguments: [true, false])
    func `a question is taken back with a reason, and the work goes on or stays`(resumes: Bool) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await quiet(door, client)
            let path = own.path + "/questions/\(try await ask(.text, own, door))"
            #expect(try await client.put(path + "/withdrawal", ["reason": " "]).field == "reason")
            let taken = try await client.put(path + "/withdrawal", ["reason": "Decide yourself", "resume": .bool(resumes)])
            #expect(taken.json["status"] == "cancelled")
            #expect(taken.json["comment"] == "Decide yourself")
            let ticket = try await client.get(own.path + "/tickets/1").json
            #expect(ticket["status"] == (resumes ? "in-progress" : "blocked"))
            #expect(resumes || ticket["blocked_reason"] == "A question was withdrawn: Decide yourself")
            #expect(ticket["messages"]?.array?.last?["content"] == "The question “May I?” is withdrawn: Decide yourself")
            #expect(try await client.put(path + "/answer", ["answer": "Late"]).status == 409)
            #expect(try await client.put(path + "/withdrawal", ["reason": "Twice"]).status == 409)
        }
    }

    @Test(arguments: [1, 2, 3]) func `the pages of an inbox hold everything once, in order`(limit: Int) async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await quiet(door, client)
            for number in 0..<3 { _ = try await ask(.text, own, door, ticket: number == 0) }
            try await door.store.write { transaction in
                for number in 0..<3 {
                    let ticket = try Ticket.file(
                        Ticket.Draft(title: "Stuck \(number)", assignee: own.chief), in: own.company, by: .user(door.owner.id),
                        transaction)
                    try ticket.block("Nobody knows how", by: .orchestrator, in: transaction)
                }
                let thread = try Thread.direct(own.chief, with: .user(door.owner.id), of: own.company, in: transaction)
                try Message.post("I am done", to: thread, by: .employee(own.chief), in: transaction)
            }
            let all = try await client.get(own.path + "/inbox").json
            #expect(all["next"] == .null)
            var found: [JSONValue] = []
            var path = own.path + "/inbox?limit=\(limit)"
            for _ in 0..<10 {
                let page = try await client.get(path).json
                found += page["items"]?.array ?? []
                guard let next = page["next"]?.string else { break }
                path = own.path + "/inbox?limit=\(limit)&after=\(next)"
            }
            #expect(found.count == 7)
            #expect(found == all["items"]?.array)
            #expect(try await client.get(own.path + "/inbox?after=tea").field == "after")
            let blocked = try await client.get(own.path + "/inbox?kind=blocked_ticket&limit=2").json
            let rest = try await client.get(
                own.path + "/inbox?kind=blocked_ticket&limit=2&after=\(blocked["next"]?.string ?? "")")
            #expect(rest.json["items"]?.array?.count == 1)
        }
    }

    @Test func `a wrong choice is told which there are, and a ticket does not go on past its question`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await quiet(door, client)
            let id = try await ask(.choice, options: ["tea", "coffee"], own, door)
            let refused = try await client.put(own.path + "/questions/\(id)/answer", ["answer": "milk"])
            #expect(refused.status == 422)
            #expect(refused.json["error"]?["details"]?["allowed"] == ["tea", "coffee"])
            let unblocked = try await client.delete(own.path + "/tickets/1/block")
            #expect(unblocked.status == 409)
            #expect(unblocked.message.contains("May I?"))
            #expect(unblocked.message.contains(id))
            #expect(try await client.get(own.path + "/tickets/1").json["status"] == "blocked")
            #expect(try await client.put(own.path + "/questions/\(id)/answer", ["answer": "tea"]).status == 200)
            #expect(try await client.get(own.path + "/tickets/1").json["status"] == "in-progress")
        }
    }

    @Test func `the inbox has what waits for a person, each with the one thing to do`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await quiet(door, client)
            func inbox() async throws -> [JSONValue] { try await client.get(own.path + "/inbox").json["items"]?.array ?? [] }
            #expect(try await inbox() == [])
            let id = try await ask(.choice, options: ["tea", "coffee"], own, door)
            try await door.store.write { transaction in
                let other = try Ticket.file(
                    Ticket.Draft(title: "Stuck", assignee: own.chief), in: own.company, by: .user(door.owner.id), transaction)
                try other.block("Nobody knows how", by: .orchestrator, in: transaction)
                let waiting = try Ticket.file(
                    Ticket.Draft(title: "Waits", dependencies: [other.id]), in: own.company, by: .user(door.owner.id), transaction
                )
                #expect(waiting.status == .blocked)
                let thread = try Thread.direct(own.chief, with: .user(door.owner.id), of: own.company, in: transaction)
                try Message.post("I am done", to: thread, by: .employee(own.chief), in: transaction)
            }
            let items = try await inbox()
            #expect(items.compactMap { $0["kind"]?.string } == ["question", "blocked_ticket", "unread_thread"])
            #expect(items[0]["id"]?.string == id)
            #expect(items[0]["options"] == ["tea", "coffee"])
            #expect(items[0]["employee"] == "Ada")
            #expect(items[0]["age_seconds"] == 0)
            #expect(items[1]["title"] == "Stuck")
            #expect(items[1]["detail"] == "Nobody knows how")
            #expect(items[2]["unread"] == 1)
            let counts = try await client.get(own.path + "/inbox/counts").json
            #expect(
                counts == [
                    "questions": 1, "reviews": 0, "budgets": 0, "blocked_tickets": 1, "failed_work": 0, "unread_threads": 1,
                    "total": 3,
                ])
            #expect(try await client.get(own.path + "/inbox?kind=question").json["items"]?.array?.count == 1)
            #expect(try await client.get(own.path + "/inbox?limit=2").json["items"]?.array?.count == 2)
            #expect(try await client.get(own.path + "/inbox?kind=tea").status == 422)
            for item in items.dropFirst() {
                let path = item["action"]?["path"]?.string ?? ""
                let answer = item["action"]?["method"] == "PUT" ? try await client.put(path) : try await client.delete(path)
                #expect(answer.status == 200)
            }
            #expect(try await inbox().count == 1)
        }
    }
}
