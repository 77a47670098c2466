import Domain
import Store
import Testing

@testable import Web

/// Calling a meeting, taking part in it and making tickets of it, over the API.
struct MeetingStoryTests {
    @Test(arguments: ["abc", "1,50", "-", ""]) func `an amount of money that is none is named, and nothing goes wrong`(
        text: String
    ) async throws {
        try await Door().open { client async throws in
            let (path, chief) = try await client.found()
            let answer = try await client.post(
                path + "/meetings",
                [
                    "chair_id": .string(chief), "attendee_ids": [], "agenda": "Money",
                    "limits": ["turns": 5, "cost_usd": .string(text)],
                ])
            #expect(answer.status == 422)
            #expect(answer.field == "limits.cost_usd")
        }
    }

    @Test func `a meeting is called once, followed, interrupted, called on and ended`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let writer = try await client.post(company + "/employees", ["role": "writer"]).json["id"]?.string ?? ""
            let call: JSONValue = [
                "chair_id": .string(chief), "attendee_ids": [.string(writer)], "agenda": "Colours", "mode": "freeform",
                "limits": ["turns": 5, "cost_usd": "0.5"],
            ]
            let called = try await client.post(company + "/meetings", call, key: "k")
            #expect(called.status == 201)
            #expect(called.json["limits"]?["turns"] == 5)
            #expect(called.json["attendees"] == [.string(chief), .string(writer)])
            let again = try await client.post(company + "/meetings", call, key: "k")
            #expect(again.status == 200)
            #expect(again.json["id"] == called.json["id"])
            #expect(try await client.post(company + "/meetings", call).status == 409)
            #expect(try await client.get(company).json["status"] == "meeting")

            let path = company + "/meetings/\(called.json["id"]?.string ?? "")"
            #expect(try await client.get(path + "/minutes").status == 409)
            let said = try await client.post(path + "/interject", ["content": "Green?", "to": .string(writer)], key: "i")
            #expect(said.status == 201)
            #expect(try await client.post(path + "/interject", ["content": "Green?"], key: "i").status == 200)
            let shown = try await client.get(path).json
            #expect(shown["turns"]?.array?.map { $0["reason"]?.string ?? "" } == ["interjection"])
            #expect(shown["speaker_id"]?.string == writer)
            #expect(try await client.post(path + "/call-on", ["employee_id": "nobody"]).field == "employee_id")
            #expect(try await client.post(path + "/call-on", ["employee_id": .string(writer)]).status == 200)

            #expect(try await client.post(path + "/end", ["now": true]).json["status"] == "ended")
            #expect(try await client.post(path + "/interject", ["content": "Wait"]).status == 409)
            let minutes = try await client.get(path + "/minutes")
            #expect(minutes.headers[.contentType] == "text/markdown; charset=utf-8")
            #expect(String(decoding: minutes.bytes, as: UTF8.self).hasPrefix("# Minutes: Colours"))
            #expect(try await client.get(company).json["status"] == "running")
            #expect(try await client.get(company + "/meetings").json["items"]?.array?.count == 1)
        }
    }

    @Test func `an action item can be put right or declined before it is a ticket`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let path = own.path + "/meetings/\(own.ids["meeting"] ?? "")/action-items"
            let declined = try await client.patch(path + "/1", ["declined": true])
            #expect(declined.json["action_items"]?[0]?["declinedAt"] != .null)
            #expect(try await client.post(path + "/1/confirm").status == 409)
            #expect(try await client.post(path + "/confirm").json["items"] == [])
            let changes: JSONValue = ["declined": false, "title": "Paint it twice", "priority": "high"]
            #expect(try await client.patch(path + "/1", changes).status == 200)
            #expect(try await client.patch(path + "/1", ["title": "  "]).status == 422)
            #expect(try await client.patch(path + "/1", ["assignee_id": "nobody"]).status == 422)
            for number in ["9", "0", "-1", "-9223372036854775808", "x"] {
                #expect(try await client.patch(path + "/\(number)", ["title": "x"]).status == 404)
                #expect(try await client.post(path + "/\(number)/confirm").status == 404)
            }
            let ticket = try await client.post(path + "/1/confirm").json
            #expect(ticket["title"] == "Paint it twice")
            #expect(ticket["priority"] == "high")
            #expect(try await client.patch(path + "/1", ["title": "Too late"]).status == 409)
            let told = try await client.get(own.path + "/events").json["items"]?.array ?? []
            let keys = told.filter { $0["event_type"] == "meeting.item_updated" }.map { $0["payload"]?["patched_keys"] }
            #expect(keys == [["declined_at"], ["title", "priority", "declined_at"]])
        }
    }

    @Test func `action items become tickets, one or all, each once`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let path = own.path + "/meetings/\(own.ids["meeting"] ?? "")/action-items"
            let one = try await client.post(path + "/1/confirm")
            #expect(one.json["title"] == "Paint it")
            #expect(try await client.post(path + "/1/confirm").json["id"] == one.json["id"])
            #expect(try await client.post(path + "/2/confirm").status == 404)
            #expect(try await client.post(path + "/confirm").json["items"] == [])
        }
    }
}
