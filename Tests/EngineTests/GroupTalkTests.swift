import Domain
import Engine
import Gateway
import Store
import TestSupport
import Testing

/// Conversations of more than two, with employees who answer.
@Suite(.timeLimit(.minutes(10)))
struct GroupTalkTests {
    private func group(_ office: Office, _ employees: [Employee]) async throws -> Thread {
        try await office.store.write { transaction in
            try Thread.group(
                "Launch", of: office.company.id, employees: employees.map(\.id), by: office.owner.id, clientKey: nil,
                in: transaction)
        }
    }

    private func say(_ text: String, in thread: Thread, _ office: Office, files: [VaultFile.ID] = []) async throws {
        try await office.store.write { transaction in
            try Message.post(text, to: thread, by: .user(office.owner.id), files: files, in: transaction)
        }
    }

    private func causes(_ office: Office) async throws -> [String] {
        let names = [office.chief, office.manager, office.writer, office.engineer].reduce(into: [:]) { $0[$1.id] = $1.name }
        return try await office.all(WakeupRequest.self).map { "\(names[$0.agentID] ?? "?") \($0.cause.rawValue)" }
    }

    @Test func `one answers in a group, told who asked`() async throws {
        let office = try await Office()
        let thread = try await group(office, [office.chief, office.writer, office.engineer])
        try await say("Who can write the invitation?", in: thread, office)
        let model = ScriptedModel([.say("I can.")])
        try await office.workUntilIdle(with: model)
        #expect(try await causes(office) == ["Noor Haddad message"])
        guard case .user(let words)? = model.requests.first?.messages.last else { return #expect(Bool(false)) }
        #expect(words == "Owner: Who can write the invitation?")
        #expect(try await office.broken() == [])
    }

    @Test func `a colleague who is named answers, and wakes the one who asked, once`() async throws {
        let office = try await Office()
        let thread = try await group(office, [office.chief, office.writer, office.engineer])
        try await say("@Ada Moreau, when can we start?", in: thread, office)
        let model = ScriptedModel([
            .say("@Jun Ito, is the server ready?"), .say("It is."), .say("Then we start on Monday."),
        ])
        try await office.workUntilIdle(with: model)
        #expect(try await causes(office) == ["Ada Moreau mention", "Jun Ito mention", "Ada Moreau colleague_answered"])
        #expect(model.requests.count == 3)
        #expect(try await office.broken() == [])
    }

    @Test func `colleagues who name each other without end come to an end`() async throws {
        let office = try await Office()
        let thread = try await group(office, [office.chief, office.writer])
        try await say("@Ada, hello", in: thread, office)
        let model = ScriptedModel([], otherwise: .say("@Ada Moreau and @Noor Haddad, what do you think? @all @everyone"))
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count <= 2 * CauseChain.messageLimit + 2)
        #expect(try await office.broken() == [])
    }

    @Test func `what is attached is told with how it begins, and read_file hands out the rest`() async throws {
        let office = try await Office()
        let text = "The plan. " + String(repeating: "word ", count: 3000) + "END"
        let stored = try office.store.vault.keep(Array(text.utf8), for: office.company.id)
        let file = try await office.store.write { transaction in
            try VaultFile.enter(
                stored, name: "plan.txt", mimeType: "text/plain", text: text, company: office.company.id,
                by: .user(office.owner.id), in: transaction)
        }
        let thread = try await office.store.write { transaction in
            try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
        }
        try await say("Read this", in: thread, office, files: [file.id])
        let model = ScriptedModel([
            .call("read_file", ["file_id": .string(file.id.rawValue)]),
            .call("read_file", ["file_id": "plan.txt", "offset": 8000]), .say("I have read it."),
        ])
        try await office.workUntilIdle(with: model)
        guard case .user(let words)? = model.requests.first?.messages.last else { return #expect(Bool(false)) }
        #expect(
            words.hasPrefix("Owner: Read this\n[attached: plan.txt, file_id \(file.id); it begins:]\n```quoted\nThe plan. word"))
        let results = model.requests.last?.messages.compactMap { message -> JSONValue? in
            guard case .toolResult(_, _, let content, false) = message else { return nil }
            return try? JSONValue(parsing: content)
        }
        #expect(results?.first?["next_offset"] == 8000)
        #expect(results?.last?["text"]?.string?.hasSuffix("END") == true)
        #expect(results?.last?["next_offset"] == nil)
        #expect(try await office.broken() == [])
    }

    @Test func `the practice model answers whoever asked by name`() async throws {
        let office = try await Office()
        let thread = try await group(office, [office.writer, office.engineer])
        try await say("@Noor, are you there?", in: thread, office)
        try await office.workUntilIdle(with: PracticeProvider(time: office.time, pace: .zero))
        let said = try await office.all(Message.self).filter { $0.authorID == office.writer.id.rawValue }
        #expect(said.count == 1)
        #expect(said.first?.content.hasPrefix("Owner, this is Noor Haddad") == true)
    }
}
