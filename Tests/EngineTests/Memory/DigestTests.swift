import Domain
import Gateway
import TestSupport
import Testing

@testable import Engine
@testable import Store

@Suite(.timeLimit(.minutes(10)))
struct DigestTests {
    let office: Office

    init() async throws { office = try await Office() }

    /// A thread in which the owner and the writer have spoken in turn, without waking anybody.
    private func thread(of count: Int, from first: Int = 0, in known: Thread? = nil) async throws -> Thread {
        try await office.store.write { [office] transaction in
            let thread =
                try known ?? Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
            for number in first..<(first + count) {
                let author: Author = number.isMultiple(of: 2) ? .user(office.owner.id) : .employee(office.writer.id)
                let message = Message(
                    id: transaction.makeID(), threadID: thread.id, authorID: author.id, authorKind: author.kind,
                    content: "Fact number \(number).", createdAt: transaction.now)
                try message.persist(in: thread, transaction)
            }
            return try Thread.require(thread.id, of: office.company.id, in: transaction)
        }
    }

    private func digest(_ thread: Thread) async throws -> DigestView {
        try await office.store.read { try DigestView.of(thread, in: $0) }
    }

    /// A model that answers a digest with what it was given, so that a test sees what it has read.
    private var reader: ScriptedModel {
        ScriptedModel(
            [],
            otherwise: .decide { request in
                guard case .user(let text)? = request.messages.first, text.hasPrefix("# Digest") else { return .say("Fine.") }
                let said = text.split(separator: "\n").filter { $0.contains("Fact number") }
                return .say("Read: " + said.map { $0.split(separator: " ").last ?? "" }.joined(separator: " "))
            })
    }

    @Test func `a thread that grows past its threshold gets a summary, once, and it costs what it costs`() async throws {
        let thread = try await thread(of: 11)
        #expect(try await office.all(WakeupRequest.self).isEmpty)
        _ = try await self.thread(of: 1, from: 11, in: thread)
        let queued = try await office.all(WakeupRequest.self)
        #expect(queued.map(\.cause) == [.digest])
        #expect(queued.map(\.agentID) == [office.writer.id])
        #expect(queued.first.map { $0.priority < WakeupCause.assignment.priority } == true)

        let model = reader
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        #expect(model.requests.first?.tools.isEmpty == true)
        let digest = try await digest(thread)
        #expect(digest.summary == "Read: 0. 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11.")
        #expect(digest.freshness == .fresh)
        #expect(digest.unsummarisedMessages == 0)
        #expect(digest.lastSummarizedMessageID == (try await office.all(Message.self).last?.id))
        #expect(digest.estimatedTokens == TokenEstimate.tokens(in: digest.summary))
        let run = try #require(try await office.all(Run.self).first)
        #expect(run.status == .success)
        #expect(run.costUsd != .zero)
        #expect(run.threadID == thread.id)
        #expect(try await office.all(BudgetLedgerEntry.self).count == 2)
        #expect(try await office.all(Message.self).count == 12)  // nothing of it is said in the thread
        #expect(try await office.eventTypes().contains("digest.updated"))
        #expect(try await office.broken() == [])
    }

    @Test func `the next summary is made of the last one and of what is new, and pinned facts stay`() async throws {
        let thread = try await thread(of: 12)
        try await office.workUntilIdle(with: reader)
        try await office.store.write { [office] transaction in
            _ = try ThreadDigest.pin(
                "The budget is 500.", source: nil, in: thread, by: .user(office.owner.id.rawValue), transaction)
        }
        _ = try await self.thread(of: 12, from: 12, in: thread)
        let model = reader
        try await office.workUntilIdle(with: model)
        guard case .user(let asked)? = model.requests.first?.messages.first else { return #expect(Bool(false)) }
        #expect(asked.contains("Read: 0. 1."))
        #expect(asked.contains("The budget is 500."))
        #expect(!asked.contains("Fact number 11."))
        let digest = try await digest(thread)
        #expect(digest.summary == "Read: 12. 13. 14. 15. 16. 17. 18. 19. 20. 21. 22. 23.")
        #expect(digest.pinnedFacts.map(\.fact) == ["The budget is 500."])
    }

    @Test func `a summary never covers what was not read`() async throws {
        try await office.store.write { transaction in
            _ = try transaction.execute("UPDATE providers SET config_json = '{\"context_window\": 2048}'")
        }
        let long = String(repeating: "word ", count: 120)
        let thread = try await office.store.write { [office] transaction in
            let thread = try Thread.direct(office.writer.id, with: .user(office.owner.id), of: office.company.id, in: transaction)
            for number in 0..<24 {
                let message = Message(
                    id: transaction.makeID(), threadID: thread.id, authorID: office.owner.id.rawValue, authorKind: .user,
                    content: "\(long) Fact number \(number).", createdAt: transaction.now)
                try message.persist(in: thread, transaction)
            }
            return thread
        }
        let model = reader
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count > 2)
        var seen: [String] = []
        for request in model.requests {
            #expect(request.estimatedTokens + (request.maxOutputTokens ?? 0) <= 2048)
            guard case .user(let text)? = request.messages.first else { continue }
            seen += text.split(separator: "\n").filter { $0.hasPrefix("- ") }.map { String($0.split(separator: " ").last ?? "") }
        }
        #expect(seen == (0..<seen.count).map { "\($0)." })
        let digest = try await digest(thread)
        #expect(digest.unsummarisedMessages == 24 - seen.count)
        #expect(digest.unsummarisedMessages < 12)
        let boundary = try #require(try await office.all(Message.self).first { $0.id == digest.lastSummarizedMessageID })
        #expect(boundary.content.hasSuffix("Fact number \(seen.count - 1)."))
    }

    @Test func `a digest that fails leaves the old one, stale, and says nothing in the thread`() async throws {
        let thread = try await thread(of: 12)
        try await office.workUntilIdle(with: reader)
        let before = try await digest(thread)
        _ = try await self.thread(of: 12, from: 12, in: thread)
        try await office.workUntilIdle(with: ScriptedModel([], otherwise: .fail(ModelError(.unauthorized, "No.", status: 401))))
        let after = try await digest(thread)
        #expect(after.summary == before.summary)
        #expect(after.freshness == .stale)
        #expect(after.unsummarisedMessages == 12)
        #expect(try await office.all(Message.self).count == 24)
        #expect(try await office.all(WakeupRequest.self).last?.status == .failed)
        #expect(try await office.broken() == [])
    }

    @Test func `what a person has written meanwhile stays`() async throws {
        let thread = try await thread(of: 12)
        let model = HappeningModel(model: reader) { [office] in
            try await office.store.write {
                _ = try ThreadDigest.write("In my words.", of: thread, by: .user(office.owner.id.rawValue), in: $0)
            }
        }
        try await office.workUntilIdle(with: model)
        #expect(try await digest(thread).summary == "In my words.")
    }

    @Test func `a boundary that is gone makes the digest degraded, and the next one reads all anew`() async throws {
        let thread = try await thread(of: 12)
        try await office.workUntilIdle(with: reader)
        try await office.store.write { transaction in
            _ = try transaction.execute(
                "DELETE FROM messages WHERE id = (SELECT last_summarized_message_id FROM thread_digests)")
        }
        #expect(try await digest(thread).freshness == .degraded)
        try await office.store.write { try ThreadDigest.request(of: thread, by: .user(office.owner.id.rawValue), in: $0) }
        let model = reader
        try await office.workUntilIdle(with: model)
        let digest = try await digest(thread)
        #expect(digest.summary == "Read: 0. 1. 2. 3. 4. 5. 6. 7. 8. 9. 10.")
        #expect(digest.freshness == .fresh)
    }

    @Test func `what was taken back is no part of a summary, and one that tells of it is made anew`() async throws {
        let thread = try await thread(of: 24)
        try await office.workUntilIdle(with: reader)
        #expect(try await digest(thread).summary.contains("23."))
        // Everything from the message on is taken back.
        try await office.store.write { [office] transaction in
            let message = try #require(try transaction.select(Message.self, "WHERE content = 'Fact number 18.'").first)
            try message.supersede(from: thread, by: .user(office.owner.id), in: transaction)
        }
        let behind = try await digest(thread)
        #expect(behind.freshness == .degraded)
        #expect(behind.unsummarisedMessages == 18)
        #expect(behind.isQueued)
        try await office.workUntilIdle(with: reader)
        let after = try await digest(thread)
        #expect(after.summary == "Read: " + (0..<18).map { "\($0)." }.joined(separator: " "))
        #expect(after.freshness == .fresh)
        #expect(after.unsummarisedMessages == 0)
    }

    @Test func `what is taken back while a summary is made does not come into it`() async throws {
        let thread = try await thread(of: 12)
        let model = Meanwhile(reader, in: [0]) { [office] in
            try await office.store.write { transaction in
                let message = try #require(try transaction.select(Message.self, "WHERE content = 'Fact number 8.'").first)
                try message.supersede(from: thread, by: .user(office.owner.id), in: transaction)
            }
        }
        try await office.workUntilIdle(with: model)
        let digest = try await digest(thread)
        #expect(!digest.summary.contains("9."))
        #expect(digest.lastSummarizedMessageID == nil)
        #expect(digest.unsummarisedMessages == 8)
        #expect(try await office.all(BudgetLedgerEntry.self).count == 2)  // it was made, and is paid for
        #expect(try await office.broken() == [])
    }

    @Test func `a summary of what was taken back is not told where the messages are all there`() async throws {
        let thread = try await thread(of: 12)
        try await office.workUntilIdle(with: reader)
        try await office.store.write { [office] transaction in
            let message = try #require(try transaction.select(Message.self, "WHERE content = 'Fact number 8.'").first)
            try message.supersede(from: thread, by: .user(office.owner.id), in: transaction)
            try Message.post("Go on", to: thread, by: .user(office.owner.id), in: transaction)
        }
        let model = ScriptedModel([], otherwise: .say("Fine."))
        try await office.workUntilIdle(with: model)
        guard case .user(let situation)? = model.requests.first?.messages.first else { return #expect(Bool(false)) }
        #expect(!situation.contains("11."))
    }

    @Test func `what is said of a course that was given up counts for nothing`() async throws {
        let thread = try await thread(of: 3)
        try await office.store.write { [office] transaction in
            let message = Message(
                id: transaction.makeID(), threadID: thread.id, authorID: office.writer.id.rawValue, authorKind: .employee,
                content: "Too late", createdAt: transaction.now, supersededAt: transaction.now)
            try message.persist(in: thread, transaction)
        }
        #expect(try await digest(thread).unsummarisedMessages == 3)
    }

    @Test func `what is attached is named in a summary's material`() async throws {
        let stored = try office.store.vault.keep(Array("logo".utf8), for: office.company.id)
        let thread = try await thread(of: 11)
        let file = try await office.store.write { [office] transaction in
            let file = try VaultFile.enter(
                stored, name: "logo.txt", mimeType: "text/plain", text: "logo", company: office.company.id,
                by: .user(office.owner.id), in: transaction)
            try Message.post("Look", to: thread, by: .user(office.owner.id), files: [file.id], in: transaction)
            return file
        }
        let model = reader
        try await office.workUntilIdle(with: model)
        let asked = model.requests.compactMap { request -> String? in
            guard case .user(let text)? = request.messages.first, text.hasPrefix("# Digest") else { return nil }
            return text
        }
        #expect(asked.first?.contains("[attached: logo.txt, file_id \(file.id)]") == true)
    }

    @Test func `facts stand in the order that people give them`() async throws {
        let thread = try await thread(of: 1)
        let owner = EventActor.user(office.owner.id.rawValue)
        try await office.store.write { transaction in
            let ids = try ["one", "two", "three"].map {
                try ThreadDigest.pin($0, source: nil, in: thread, by: owner, transaction).fact.id
            }
            try ThreadDigest.order([ids[2], ids[0]], in: thread, by: owner, transaction)
            #expect(throws: RuleViolation.self) { try ThreadDigest.order(["nothing"], in: thread, by: owner, transaction) }
            #expect(throws: RuleViolation.self) { try ThreadDigest.order([ids[0], ids[0]], in: thread, by: owner, transaction) }
        }
        #expect(try await digest(thread).pinnedFacts.map(\.fact) == ["three", "one", "two"])
    }

    @Test func `what no summary covers is told, however long ago the last summary was made`() async throws {
        let thread = try await thread(of: 12)
        try await office.workUntilIdle(with: reader)
        _ = try await self.thread(of: 88, from: 12, in: thread)
        let broken = ScriptedModel([], otherwise: .fail(ModelError(.unauthorized, "No.", status: 401)))
        try await office.workUntilIdle(with: broken)
        #expect(try await digest(thread).freshness == .stale)
        try await office.say("Go on.", to: office.writer)
        let model = ScriptedModel([], otherwise: .say("Fine."))
        try await office.steer(model) { office in
            await office.wait { model.requests.contains { !$0.tools.isEmpty } }
        }
        let told = model.requests.first { !$0.tools.isEmpty }?.messages.compactMap { message -> String? in
            switch message {
            case .user(let text), .assistant(let text, _): text
            case .toolResult, .image: nil
            }
        }
        let all = (told ?? []).joined(separator: "\n")
        #expect(all.contains("Read: 0. 1."))
        #expect((12..<100).allSatisfy { all.contains("Fact number \($0).") })
    }

    @Test func `no turn waits for a digest`() async throws {
        let thread = try await thread(of: 12)
        try await office.store.write { [office] transaction in
            try Message.post("And now?", to: thread, by: .user(office.owner.id), in: transaction)
        }
        // The digest never comes back, the answer does.
        let model = ScriptedModel(
            [],
            otherwise: .decide { request in
                guard case .user(let text)? = request.messages.first, text.hasPrefix("# Digest") else { return .say("Now.") }
                return .hang
            })
        try await office.work(with: model) { transaction in
            try Message.latest(of: thread.id, limit: 1, in: transaction).last?.content == "Now."
                && transaction.exists("SELECT 1 FROM runs WHERE status = 'running'")
        }
    }

    @Test func `an employee who is limited to this machine is not summed up elsewhere`() async throws {
        try await office.store.write { [office] transaction in
            _ = try transaction.execute("UPDATE providers SET enabled = 1")
            _ = try Company.change(
                settings: ["provider_id": "openai", "model": "far-away"], of: office.company.id, by: .user("o"), in: transaction)
            _ = try transaction.execute(
                "UPDATE employees SET provider_pref = 'practice', model_pref = 'near' WHERE id = \(office.engineer.id)")
            let thread = try Thread.group(
                "Both", of: office.company.id, employees: [office.writer.id, office.engineer.id], by: office.owner.id,
                clientKey: nil, in: transaction)
            for number in 0..<12 {
                let message = Message(
                    id: transaction.makeID(), threadID: thread.id, authorID: office.owner.id.rawValue, authorKind: .user,
                    content: "Fact number \(number).", createdAt: transaction.now)
                try message.persist(in: thread, transaction)
            }
        }
        let model = reader
        try await office.workUntilIdle(with: model)
        #expect(model.requests.map(\.model) == ["near"])
        #expect(try await office.all(Run.self).map(\.provider) == ["practice"])
    }

    @Test func `later prompts carry the summary and the pinned facts, as people have put them`() async throws {
        let thread = try await thread(of: 3)
        try await office.store.write { [office] transaction in
            let owner = EventActor.user(office.owner.id.rawValue)
            _ = try ThreadDigest.write("They plan a café.", of: thread, by: owner, in: transaction)
            let (fact, isNew) = try ThreadDigest.pin("The budget is 400.", source: nil, in: thread, by: owner, transaction)
            #expect(isNew)
            #expect(try ThreadDigest.pin("The budget is 400.", source: nil, in: thread, by: owner, transaction).isNew == false)
            _ = try ThreadDigest.edit(fact.id, to: "The budget is 500.", in: thread, by: owner, transaction)
        }
        let model = ScriptedModel([], otherwise: .say("Fine."))
        try await office.say("Go on.", to: office.writer)
        try await office.workUntilIdle(with: model)
        guard case .user(let situation)? = model.requests.first?.messages.first else { return #expect(Bool(false)) }
        #expect(situation.contains("They plan a café."))
        #expect(situation.contains("- The budget is 500."))
        #expect(!situation.contains("400"))
        #expect(try await digest(thread).summary == "They plan a café.")
    }

    @Test func `the practice model writes a digest that says what it is`() async throws {
        let thread = try await thread(of: 12)
        try await office.workUntilIdle(with: PracticeProvider(time: office.time, pace: .zero))
        let digest = try await digest(thread)
        #expect(digest.summary.contains("Fact number 11"))
        #expect(digest.summary.contains("practice model"))
    }
}

/// A model during whose calls something happens.
private struct HappeningModel: ModelProvider {
    let model: ScriptedModel
    let happening: @Sendable () async throws -> Void

    func stream(_ request: ModelRequest, onEvent: (ModelEvent) async throws -> Void) async throws {
        try await happening()
        try await model.stream(request, onEvent: onEvent)
    }
}
