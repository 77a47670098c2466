import Domain
import Engine
import Store
import TestSupport
import Testing

/// What goes with a branch, an edit and a new answer where more than two talk, or colleagues among themselves.
@Suite(.timeLimit(.minutes(10)))
struct BranchingTests {
    let office: Office

    init() async throws { office = try await Office() }

    @Test func `a branch of a ticket's thread is talk, and carries no work with it`() async throws {
        let ticket = try await office.file("Write", for: office.writer)
        let thread = try await office.store.write { [office] in
            try Ticket.require(ticket.id, of: office.company.id, in: $0).discussion(in: $0)
        }
        try await say("How long will it be?", in: thread)
        let last = try #require(try await messages(thread).last)
        let branch = try await office.store.write { [office] in try thread.fork(at: last.id, by: .user(office.owner.id), in: $0) }
        #expect(branch.kind == .group && branch.ticketID == nil)
        let before = try await office.all(WakeupRequest.self).count
        try await say("And how wide?", in: branch)
        let woken = try await office.all(WakeupRequest.self).dropFirst(before)
        #expect(woken.map(\.cause) == [.message])
        #expect(woken.allSatisfy { $0.ticketID == nil && $0.agentID == office.writer.id })
    }

    @Test func `a branch has the files, the order and what answers what`() async throws {
        let file = try await enterFile("plan.txt")
        let group = try await group([office.writer, office.engineer])
        try await say("First", in: group, files: [file])
        let first = try #require(try await messages(group).last)
        try await say("Second", in: group)
        try await say("Third", in: group, answering: first.id)
        let all = try await messages(group)
        let branch = try await office.store.write { [office] in
            try group.fork(at: all[2].id, by: .user(office.owner.id), in: $0)
        }
        let copies = try await messages(branch)
        #expect(copies.map(\.content) == ["First", "Second", "Third"])
        #expect(copies.map(\.fileIDs?.value) == [[file], nil, nil])
        #expect(copies[2].parentID == copies[0].id)
        #expect(Set(copies.map(\.id)).isDisjoint(with: all.map(\.id)))
        let unread = try await office.store.read { [office] in try Thread.unread(in: [branch.id], by: office.owner.id, $0) }
        #expect(unread[branch.id] == 0)
    }

    @Test func `a branch of two colleagues' conversation is a group in which one answers`() async throws {
        let direct = try await office.store.write { [office] in
            let thread = try Thread.direct(office.engineer.id, with: .employee(office.writer.id), of: office.company.id, in: $0)
            _ = try Message.post("The server is ready.", to: thread, by: .employee(office.writer.id), in: $0)
            return thread
        }
        let last = try #require(try await messages(direct).last)
        let branch = try await office.store.write { [office] in try direct.fork(at: last.id, by: .user(office.owner.id), in: $0) }
        #expect(branch.kind == .group)
        #expect(branch.subject?.contains("Jun Ito") == true)
        let before = try await office.all(WakeupRequest.self).count
        try await say("Since when?", in: branch)
        #expect(try await office.all(WakeupRequest.self).count == before + 1)
    }

    @Test func `an edit in a group ends the answer that goes on, and leaves the others'`() async throws {
        let group = try await group([office.writer, office.engineer])
        let model = HangingModel(then: ScriptedModel([.say("Today."), .say("Of paper.")]))
        try await office.steer(model) { office in
            try await say("@Jun, is it ready?", in: group)
            await office.wait { model.requests.count == 1 }
            try await say("@Noor, what is it made of?", in: group)
            let asked = try #require(try await messages(group).last)
            _ = try await office.store.write {
                try Message.edit(asked.id, to: "@Noor, what is it about?", in: group, by: office.owner.id, $0)
            }
            let first = try #require(try await messages(group).first)
            _ = try await office.store.write {
                try Message.edit(first.id, to: "@Jun, when is it ready?", in: group, by: office.owner.id, $0)
            }
            try await office.untilIdle()
        }
        #expect(try await messages(group).map(\.content) == ["@Jun, when is it ready?", "Today."])
        #expect(try await office.all(WakeupRequest.self).map(\.status) == [.cancelled, .cancelled, .cancelled, .completed])
        #expect(try await office.broken() == [])
    }

    @Test func `an answer that takes up an earlier message too is ended when a later one is edited`() async throws {
        let thread = try await office.say("First", to: office.writer)
        let model = HangingModel(then: ScriptedModel([.say("Both.")]))
        try await office.say("Second", to: office.writer)
        try await office.steer(model) { office in
            await office.wait { model.requests.count == 1 }
            let found = try await office.store.read { try Thread.require(thread, of: office.company.id, in: $0) }
            let second = try #require(try await messages(found).last)
            _ = try await office.store.write {
                try Message.edit(second.id, to: "Third", in: found, by: office.owner.id, $0)
            }
            try await office.untilIdle()
        }
        #expect(try await office.said(in: thread) == ["First", "Third", "Both."])
        #expect(try await office.broken() == [])
    }

    @Test func `an answer to a colleague is given anew to that colleague's question, and the colleague hears the new one`()
        async throws
    {
        let group = try await group([office.chief, office.engineer])
        try await office.store.write { [office] in
            _ = try Message.post(
                "@Jun, is it ready?", to: group, by: .employee(office.chief.id), errand: Errand(thread: group.id), in: $0)
        }
        try await office.store.write { [office] in
            try Employee.pause(office.chief.id, of: office.company.id, by: .user("o"), in: $0)
        }
        try await office.work(with: ScriptedModel([.say("No.")])) { try $0.exists("SELECT 1 FROM runs WHERE status = 'success'") }
        let answer = try #require(try await messages(group).last)
        for _ in 0..<2 {
            _ = try await office.store.write { [office] in
                try Message.regenerate(answer.id, in: group, by: .user(office.owner.id), $0)
            }
        }
        try await office.store.write { [office] in
            try Employee.resume(office.chief.id, of: office.company.id, by: .user("o"), in: $0)
        }
        let model = ScriptedModel([.say("Yes."), .say("Good.")])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 2)
        #expect(try await office.said(in: group.id) == ["@Jun, is it ready?", "Yes.", "Good."])
        #expect(
            try await office.all(WakeupRequest.self).map(\.cause)
                == [.mention, .colleagueAnswered, .mention, .colleagueAnswered])
        #expect(try await office.all(Enquiry.self).map(\.status) == [.answered])
        #expect(try await office.broken() == [])
    }

    @Test func `a colleague's failure is tried anew, and whoever asked hears the answer`() async throws {
        let group = try await group([office.chief, office.engineer])
        try await office.store.write { [office] in
            _ = try Message.post(
                "@Jun, is it ready?", to: group, by: .employee(office.chief.id), errand: Errand(thread: group.id), in: $0)
            try Employee.pause(office.chief.id, of: office.company.id, by: .user("o"), in: $0)
        }
        let failing = ScriptedModel([.fail(ModelError(.unauthorized, "No key."))])
        try await office.work(with: failing) { try $0.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'failed'") }
        #expect(try await office.all(Enquiry.self).map(\.status) == [.unanswered])
        let failure = try #require(try await messages(group).last)
        try await office.store.write { [office] in
            _ = try Message.regenerate(failure.id, in: group, by: .user(office.owner.id), $0)
            try Employee.resume(office.chief.id, of: office.company.id, by: .user("o"), in: $0)
        }
        let model = ScriptedModel([.say("Yes."), .say("Good.")])
        try await office.workUntilIdle(with: model)
        #expect(try await office.said(in: group.id) == ["@Jun, is it ready?", "Yes.", "Good."])
        #expect(try await office.all(Enquiry.self).map(\.status) == [.answered])
        #expect(try await office.broken() == [])
    }

    @Test func `messages are found by their words and their files' names, wherever they went`() async throws {
        let file = try await enterFile("launch-plan.txt")
        let group = try await group([office.writer])
        try await say("Please read", in: group, files: [file])
        try await say("Please write", in: group)
        #expect(try await found("plan") == ["launch-plan.txt"])
        #expect(try await found("read launch") == ["launch-plan.txt"])
        #expect(try await found("write launch") == [])
        let (first, second) = (try #require(try await messages(group).first), try #require(try await messages(group).last))
        _ = try await office.store.write { [office] in try group.fork(at: first.id, by: .user(office.owner.id), in: $0) }
        #expect(try await found("plan").count == 2)
        let put = try await office.store.write { [office] in
            try group.change(.init(archived: true), by: .user(office.owner.id), in: $0)
        }
        #expect(try await found("plan").count == 2)
        let open = try await office.store.write { [office] in
            try put.change(.init(archived: false), by: .user(office.owner.id), in: $0)
        }
        _ = try await office.store.write { [office] in
            try Message.edit(second.id, to: "Please rewrite", in: open, by: office.owner.id, $0)
        }
        #expect(try await found("write") == [])
        #expect(try await found("rewrite").count == 1)
    }

    @Test func `what is unread stays so by an edit, and is over when it is taken out`() async throws {
        let thread = try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.say("Good morning.")]))
        let direct = try await office.store.read { [office] in try Thread.require(thread, of: office.company.id, in: $0) }
        @Sendable func unread() async throws -> Int? {
            try await office.store.read { [office] in try Thread.unread(in: [thread], by: office.owner.id, $0)[thread] }
        }
        #expect(try await unread() == 1)
        try await office.store.write { [office] in try direct.markRead(upTo: nil, by: office.owner.id, in: $0) }
        #expect(try await unread() == 0)
        let first = try #require(try await messages(direct).first)
        _ = try await office.store.write { [office] in
            try Message.edit(first.id, to: "Good day", in: direct, by: office.owner.id, $0)
        }
        #expect(try await unread() == 0)
        try await office.workUntilIdle(with: ScriptedModel([.say("Good day to you.")]))
        #expect(try await unread() == 1)
        let answer = try #require(try await messages(direct).last)
        _ = try await office.store.write { [office] in
            try Message.regenerate(answer.id, in: direct, by: .user(office.owner.id), $0)
        }
        #expect(try await unread() == 0)
        _ = try await office.store.write { [office] in
            try direct.change(.init(archived: true), by: .user(office.owner.id), in: $0)
        }
        #expect(try await unread() == 0)
        let refusal = RuleViolation.conflict("The conversation is archived. Take it up again before you write in it.")
        await #expect(throws: refusal) {
            try await office.store.write { [office] transaction in
                let thread = try Thread.require(direct.id, of: office.company.id, in: transaction)
                _ = try Message.regenerate(first.id, in: thread, by: .user(office.owner.id), transaction)
            }
        }
    }

    private func found(_ words: String) async throws -> [String] {
        try await office.store.read { [office] in
            try Message.search(Message.Search(words), in: office.company.id, limit: 10, $0).map(\.snippet)
        }
    }

    private func enterFile(_ name: String) async throws -> VaultFile.ID {
        let stored = try office.store.vault.keep(Array("Text".utf8), for: office.company.id)
        return try await office.store.write { [office] transaction in
            try VaultFile.enter(
                stored, name: name, mimeType: "text/plain", text: "Text", company: office.company.id,
                by: .user(office.owner.id), in: transaction
            ).id
        }
    }

    private func group(_ employees: [Employee]) async throws -> Thread {
        try await office.store.write { [office] in
            try Thread.group(
                "Launch", of: office.company.id, employees: employees.map(\.id), by: office.owner.id, clientKey: nil, in: $0)
        }
    }

    private func say(
        _ words: String, in thread: Thread, files: [VaultFile.ID] = [], answering parent: Message.ID? = nil
    ) async throws {
        try await office.store.write { [office] in
            _ = try Message.post(words, to: thread, by: .user(office.owner.id), files: files, answering: parent, in: $0)
        }
    }

    private func messages(_ thread: Thread) async throws -> [Message] {
        try await office.store.read { try Message.latest(of: thread.id, limit: 100, in: $0) }
    }
}
