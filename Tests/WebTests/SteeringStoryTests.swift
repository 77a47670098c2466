import Domain
import Store
import Testing

@testable import Web

/// Ending work, speaking to it, and taking a conversation another way.
struct SteeringStoryTests {
    @Test func `what waits for an employee or in a thread is taken back`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            for stop in ["/threads/\(thread)/stop", "/employees/\(chief)/stop"] {
                _ = try await client.post(company + "/threads/\(thread)/messages", ["content": "Hello"])
                let answer = try await client.post(company + stop)
                #expect(answer.status == 200)
                #expect(answer.json == ["stopping": 0, "cancelled": 1])
                #expect(try await client.post(company + stop).json == ["stopping": 0, "cancelled": 0])
            }
            #expect(try await client.get(company + "/queue").json["items"] == [])
        }
    }

    @Test func `a run that goes on is asked to end, again without harm, and one that has ended is not`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            _ = try await client.post(company + "/threads/\(thread)/messages", ["content": "Hello"])
            let (work, run) = try await door.claim()
            for _ in 0..<2 {
                let answer = try await client.post(company + "/runs/\(run.id)/stop")
                #expect(answer.status == 200)
                #expect(answer.json["status"] == "running")
            }
            let words = try await client.post(company + "/runs/\(run.id)/guidance", ["content": "Be brief."], key: "k")
            #expect(words.status == 201)
            #expect(words.json["status"] == "message")
            try await door.finish(run, of: work)
            #expect(try await client.post(company + "/runs/\(run.id)/stop").status == 200)
            #expect(try await client.get(company + "/runs/\(run.id)").json["status"] == "cancelled")

            let (other, second) = try await door.claim()
            try await door.finish(second, of: other)
            let late = try await client.post(company + "/runs/\(second.id)/stop")
            #expect(late.status == 409)
        }
    }

    @Test func `words for a run that goes on wait for its next model call, once for each key`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            _ = try await client.post(company + "/threads/\(thread)/messages", ["content": "Hello"])
            let run = try await door.claim().run
            let path = company + "/runs/\(run.id)/guidance"
            let one = try await client.post(path, ["content": "Be brief."], key: "k")
            let two = try await client.post(path, ["content": "Be brief."], key: "k")
            #expect((one.status, two.status) == (201, 200))
            #expect(one.json == two.json)
            #expect(one.json["status"] == "waiting")
            let said = try await client.get(company + "/threads/\(thread)/messages").json["items"]?.array ?? []
            #expect(said.map { $0["content"] } == ["Hello", "Be brief."])
            #expect(said.last?["id"] == one.json["message_id"])
            #expect(try await client.post(path, ["content": ""]).field == "content")
        }
    }

    @Test func `a conversation is answered anew, put in other words and branched off`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            let path = company + "/threads/\(thread)"
            let asked = try await client.post(path + "/messages", ["content": "Hello"]).json["id"]?.string ?? ""
            let (work, run) = try await door.claim()
            try await door.finish(run, of: work)
            let answer = try await client.get(path + "/messages").json["items"]?[1]?["id"]?.string ?? ""

            let branch = try await client.post(path + "/fork", ["message_id": .string(asked), "subject": "Again"], key: "k")
            #expect(branch.status == 201)
            #expect(branch.json["forked_from_message_id"]?.string == asked)
            #expect(
                try await client.post(path + "/fork", ["message_id": .string(asked)], key: "k").json["id"] == branch.json["id"])
            let copies = company + "/threads/\(branch.json["id"]?.string ?? "")/messages"
            #expect(try await client.get(copies).json["items"]?.array?.map { $0["content"] } == ["Hello"])

            let old = try await client.post(path + "/messages/\(answer)/regenerate")
            #expect(old.status == 200)
            #expect(old.json["superseded_at"] != .null)
            #expect(try await client.post(path + "/messages/\(answer)/regenerate").json == old.json)
            #expect(try await client.post(path + "/messages/\(asked)/regenerate").status == 409)
            #expect(try await client.get(path + "/messages").json["items"]?.array?.count == 1)
            #expect(try await client.get(path + "/messages?superseded=true").json["items"]?.array?.count == 2)
            #expect(try await client.get(path + "/messages?superseded=maybe").field == "superseded")

            let sent = try await client.put(path + "/messages/\(asked)", ["content": "Good day"])
            #expect(sent.status == 200)
            #expect(try await client.put(path + "/messages/\(asked)", ["content": "Good day"]).json["id"] == sent.json["id"])
            #expect(try await client.put(path + "/messages/\(asked)", ["content": "Bad day"]).status == 409)
            let now = try await client.get(path + "/messages").json["items"]?.array
            #expect(now?.map { $0["content"] } == ["Good day"])
            #expect(try await client.get(company + "/queue").json["items"]?.array?.count == 1)
        }
    }

    @Test func `a message is found in its own thread only`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            let other = try await client.post(company + "/threads", ["subject": "S", "employee_ids": [.string(chief)]])
            let message = try await client.post(company + "/threads/\(thread)/messages", ["content": "Hello"]).json["id"]
            let path = company + "/threads/\(other.json["id"]?.string ?? "")"
            let id = message?.string ?? ""
            #expect(try await client.put(path + "/messages/\(id)", ["content": "X"]).status == 404)
            #expect(try await client.post(path + "/messages/\(id)/regenerate").status == 404)
            #expect(try await client.post(path + "/fork", ["message_id": .string(id)]).status == 404)
        }
    }
}
