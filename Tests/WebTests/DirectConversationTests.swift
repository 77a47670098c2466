import Domain
import HTTPTypes
import Testing

@testable import Web

/// Which thread is the direct one with somebody, whatever else there is.
struct DirectConversationTests {
    @Test func `a branch and a group are not the direct conversation, and one that was put away is taken up again`() async throws
    {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let group: JSONValue = ["subject": "Two of us", "employee_ids": [.string(chief)]]
            _ = try await client.post(company + "/threads", group)
            let direct = company + "/employees/\(chief)/thread"
            let first = try await client.post(direct).json["id"]?.string ?? ""
            let path = company + "/threads/\(first)"
            let message = try await client.post(path + "/messages", ["content": "Hello"]).json["id"]?.string ?? ""
            let branch = try await client.post(path + "/fork", ["message_id": .string(message)]).json
            #expect(branch["kind"] == "dm")
            #expect(try await client.post(direct).json["id"]?.string == first)

            _ = try await client.patch(path, ["archived": true])
            let again = try await client.post(direct).json
            #expect(again["id"]?.string == first)
            #expect(again["archived_at"] == .null)
            #expect(try await client.get(path + "/messages").json["items"]?.array?.count == 1)
        }
    }

    @Test func `what two employees say to each other is a conversation of its own`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let writer = try await client.post(company + "/employees", ["role": "writer"]).json["id"]?.string ?? ""
            let own = try await client.post(company + "/employees/\(chief)/thread").json["id"]
            let pair: JSONValue = ["kind": "dm", "employee_ids": [.string(chief), .string(writer)]]
            #expect(try await client.post(company + "/threads", pair).json["id"] != own)
            for wrong in [[], [JSONValue.string(chief), .string(chief)], Array(repeating: .string(chief), count: 3)] {
                let answer = try await client.post(company + "/threads", ["kind": "dm", "employee_ids": .array(wrong)])
                #expect(answer.status == 422, "\(wrong)")
                #expect(answer.field == "employee_ids")
            }
        }
    }

    @Test(arguments: [#"{}"#, #"{"progress_summary": ""}"#, #"{"progress_summary": " \n"}"#])
    func `a checkpoint says how far the work is`(body: String) async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            let path = company + "/threads/\(thread)/checkpoints"
            let answer = try await client.send(.post, path, Array(body.utf8))
            #expect(answer.status == 422)
            #expect(answer.field == "progress_summary")
            #expect(try await client.get(path).json["items"] == [])
        }
    }

    @Test func `a checkpoint comes back as it was noted`() async throws {
        try await Door().open { client async throws in
            let (company, chief) = try await client.found()
            let thread = try await client.post(company + "/employees/\(chief)/thread").json["id"]?.string ?? ""
            let body: JSONValue = ["progress_summary": "Half of it.", "objective": "Tea", "next_action": "Boil water."]
            let made = try await client.post(company + "/threads/\(thread)/checkpoints", body).json
            let shown = try await client.get(company + "/checkpoints/\(made["id"]?.string ?? "")").json
            #expect(shown == made)
            for (key, value) in body.object ?? [:] { #expect(shown[key] == value, "\(key)") }
            #expect(shown["checkpoint_kind"] == "manual")
            #expect(shown["employee_id"]?.string == chief)
            #expect(try await client.get(company + "/checkpoints").json["items"] == .array([made]))
        }
    }
}
