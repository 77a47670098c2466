import Domain
import Engine
import Store
import TestSupport
import Testing

/// To whom an employee can write of their own accord.
@Suite(.timeLimit(.minutes(10)))
struct WritingTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test(arguments: ["owner", "Owner", "ID"]) func `a message to the owner is unread, and wakes nobody`(
        name: String
    ) async throws {
        let name = name == "ID" ? office.owner.id.rawValue : name
        let group = try await group([office.writer])
        try await say("@Noor, tell me when it is done", in: group)
        let model = ScriptedModel([write("It is done.", to: name), .say("I have told you.")])
        try await office.workUntilIdle(with: model)
        let thread = try await office.store.write { [office] in
            try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: $0)
        }
        #expect(try await office.said(in: thread.id) == ["It is done."])
        let unread = try await office.store.read { [office] in try Thread.unread(in: [thread.id], by: office.owner.id, $0) }
        #expect(unread == [thread.id: 1])
        #expect(try await office.all(WakeupRequest.self).count == 1)
    }

    @Test func `a message to a group wakes only whom it names`() async throws {
        let group = try await group([office.writer, office.engineer, office.chief])
        try await office.say("Tell the others", to: office.writer)
        let model = ScriptedModel([
            write("I begin now. The server should be ready.", to: "launch"),
            write("@Jun, is the server ready?", to: group.id.rawValue), .say("Done."), .say("It is."), .say("Jun is ready."),
        ])
        try await office.workUntilIdle(with: model, limits: WorkLimits(slots: 1))
        #expect(try await office.all(WakeupRequest.self).map(\.cause) == [.message, .mention, .colleagueAnswered])
        #expect(
            try await office.said(in: group.id)
                == ["I begin now. The server should be ready.", "@Jun, is the server ready?", "It is."])
        #expect(try await office.broken() == [])
    }

    @Test func `nobody writes to a group that they do not take part in`() async throws {
        let group = try await group([office.engineer])
        try await office.say("Tell the others", to: office.writer)
        let model = ScriptedModel([write("Hello", to: group.id.rawValue), .say("I cannot.")])
        try await office.workUntilIdle(with: model)
        #expect(try await office.said(in: group.id) == [])
        guard case .toolResult(_, _, let content, true)? = model.requests.last?.messages.last else {
            Issue.record("no failure")
            return
        }
        #expect(content.contains("is nobody here"))
    }

    @Test func `whoever is called on in a group and not woken leaves a receipt`() async throws {
        let more = try await office.store.write { [office] transaction in
            try ["Lea", "Max"].map { name in
                try Employee.hire(
                    Employee.Draft(
                        rolePackID: "test", roleID: "tester", roleMdSha: "", level: .ic, name: name, title: "Tester",
                        manager: office.manager.id), into: office.company.id, by: .user("o"), in: transaction)
            }
        }
        let group = try await group([office.chief, office.writer, office.engineer] + more)
        try await office.store.write { [office] in
            _ = try group.seat(more[1].id.rawValue, as: .observer, by: .user(office.owner.id), in: $0)
        }
        try await say("@all, look", in: group)
        try await say("@Max, look", in: group)
        let skips = try await office.store.read { [office] in try WorkSkip.list(of: office.company.id, in: $0) }
        #expect(Set(skips.map { "\($0.employeeID) \($0.reason.rawValue)" }) == ["\(more[0].id) crowd", "\(more[1].id) observer"])
        #expect(try await office.all(WakeupRequest.self).count == Recipient.limit)
    }

    private func write(_ words: String, to recipient: String) -> ScriptedModel.Line {
        .call("send_message", ["recipient_id": .string(recipient), "message": .string(words)])
    }

    private func say(_ words: String, in thread: Thread) async throws {
        try await office.store.write { [office] in
            _ = try Message.post(words, to: thread, by: .user(office.owner.id), in: $0)
        }
    }

    private func group(_ employees: [Employee]) async throws -> Thread {
        try await office.store.write { [office] in
            try Thread.group(
                "Launch", of: office.company.id, employees: employees.map(\.id), by: office.owner.id, clientKey: nil, in: $0)
        }
    }
}
