import Domain
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// Vectors that a provider makes: what it is told, what it costs, and what happens while it cannot be asked.
@Suite(.timeLimit(.minutes(10)))
struct SearchProviderTests {
    let scene: SearchOffice
    var office: Office { scene.office }

    init() async throws { scene = try await SearchOffice() }

    @Test func `what means the same is found, and each call has a run that costs what it costs`() async throws {
        try await scene.useProvider()
        try await office.say("We sold the old automobile.", to: office.writer)
        try await office.say("The loaf was stale.", to: office.writer)
        await scene.catchUp()
        let hits = try await scene.find("vehicle")
        #expect(hits.map(\.snippet) == ["We sold the old automobile."])
        #expect(hits.map(\.reason) == [.meaning])
        #expect(scene.vectors.calls.count == 2)  // the two messages, then the question
        let runs = try await office.all(Run.self)
        #expect(runs.map(\.status) == [.success, .success])
        #expect(runs.map(\.kind) == [.work, .work])
        #expect(runs.map(\.provider) == ["openai-compatible", "openai-compatible"])
        #expect(runs.map(\.model) == ["concepts", "concepts"])
        #expect(runs.map(\.promptTokens) == [20, 10])
        #expect(runs.map(\.costUsd) == [Money(nanoDollars: 60_000), Money(nanoDollars: 30_000)])
        #expect(Set(runs.map(\.employeeID)) == [office.chief.id])
        #expect(try await office.all(BudgetLedgerEntry.self).count == 4)
        #expect(try await office.eventTypes().filter { $0 == "embedding.ended" }.count == 2)
        #expect(try await Set(scene.embeddings().map(\.model)) == ["vec/concepts"])
        #expect(try await scene.embeddings().allSatisfy { $0.dimension == 4 && $0.embedding.count == 16 })
        #expect(try await office.broken() == [])
    }

    @Test func `a provider that fails is tried again later, and until then all is found by what there is`() async throws {
        try await scene.useProvider()
        try await office.say("We sold the old automobile.", to: office.writer)
        await scene.catchUp()
        let before = try await scene.embeddings()
        try await scene.set(.embeddingModel, to: "better")
        scene.vectors.fail(ModelError(.server, "It burns."))
        let retry = try #require(await scene.catchUp())
        #expect(try await scene.embeddings() == before)
        #expect(try await scene.index().error?.contains("It burns.") == true)
        #expect(try await scene.find("automobile").count == 1)

        // Something new is found at once, and nobody is asked before the time has come.
        let calls = scene.vectors.calls.count
        try await office.say("The bakery is closed.", to: office.writer)
        #expect(await scene.catchUp() == retry)
        #expect(scene.vectors.calls.count == calls)
        #expect(try await Set(scene.embeddings().map(\.model)) == ["vec/concepts", SearchIndex.offline])
        #expect(try await scene.find("bakery").first?.snippet == "The bakery is closed.")

        office.time.advance(by: retry - office.time.now())
        #expect(await scene.catchUp() == nil)
        #expect(try await Set(scene.embeddings().map(\.model)) == ["vec/better"])
        #expect(try await scene.pending().isEmpty)
        #expect(try await scene.index().failures == 0)
        #expect(try await office.all(Run.self).contains { $0.status == .error && $0.errorClass == "server" })
        #expect(try await office.broken() == [])
    }

    @Test func `a provider that goes on failing is asked ever more seldom, and left alone as in other calls`() async throws {
        try await scene.useProvider()
        try await office.say("Greetings.", to: office.writer)
        let away = ModelError(.connect, "Nobody is there.")
        scene.vectors.fail(away, away, away, away, away, away, away, away, away, away)
        var waits: [Duration] = []
        for _ in 0..<9 {
            let retry = try #require(await scene.catchUp())
            waits.append(retry - office.time.now())
            office.time.advance(by: retry - office.time.now())
        }
        #expect(waits == waits.sorted())
        #expect(waits.first == .seconds(30))
        #expect(waits.last == .seconds(3600))
        #expect(scene.vectors.calls.count <= 9)
    }

    @Test func `what people said who allow only this machine is told to nobody`() async throws {
        try await scene.useProvider()
        try await office.store.write { [office] transaction in
            try transaction.execute("UPDATE employees SET max_privacy_tier = 'local' WHERE id = \(office.writer.id)")
        }
        try await office.say("The secret automobile is red.", to: office.writer)
        try await office.say("The bakery is closed.", to: office.engineer)
        let ticket = try await office.file("Hide the secret loaf", for: office.writer)
        await scene.catchUp()
        #expect(scene.vectors.texts == ["The bakery is closed."])
        #expect(try await scene.pending().isEmpty)
        #expect(try await scene.find("secret automobile").first?.snippet == "The secret automobile is red.")
        #expect(try await scene.find("hidden loaf", types: [.ticket]).map(\.sourceID) == [ticket.id.rawValue])
        #expect(!scene.vectors.texts.contains { $0.contains("is red") || $0.contains("Hide") })
    }

    @Test(arguments: [true, false])
    func `a limit of all companies or of one lets nothing leave the machine`(isCompanys: Bool) async throws {
        try await scene.useProvider()
        if isCompanys {
            _ = try await office.store.write { [office] in
                try Company.change(settings: ["max_privacy_tier": "local"], of: office.company.id, by: .user("o"), in: $0)
            }
        } else {
            try await scene.set(.maxPrivacyTier, to: "local")
        }
        try await office.say("The automobile is red.", to: office.writer)
        await scene.catchUp()
        let result = try await CompanySearch(scene.workplace).find(.init("automobile"), in: scene.company)
        #expect(result.hits.count == 1)
        #expect(result.remark?.contains("only local is allowed") == true)
        #expect(scene.vectors.calls.isEmpty)
        #expect(try await office.all(Run.self).isEmpty)
    }

    @Test func `a budget that has too little left lets no vectors be bought`() async throws {
        try await scene.useProvider()
        let policy = try await office.budget("0.0000001")
        try await office.say("The automobile is red.", to: office.writer)
        let retry = await scene.catchUp()
        #expect(retry != nil)
        #expect(scene.vectors.calls.isEmpty)
        #expect(try await office.all(Run.self).isEmpty)
        #expect(try await scene.find("automobile").count == 1)
        try await office.raise(policy, to: "1")
        #expect(await scene.catchUp(forgiving: true) == nil)
        #expect(scene.vectors.texts == ["The automobile is red."])
        #expect(try await office.stand(of: policy).spent != .zero)
        #expect(try await office.broken() == [])
    }

    @Test func `a paused company buys none, and what waits is done when it goes on`() async throws {
        try await scene.useProvider()
        try await office.store.write { [office] in try Company.pause(office.company.id, by: .user("o"), in: $0) }
        try await office.say("The automobile is red.", to: office.writer)
        await scene.catchUp()
        #expect(try await scene.find("automobile").count == 1)
        #expect(scene.vectors.calls.isEmpty)
        try await office.store.write { [office] in try Company.resume(office.company.id, by: .user("o"), in: $0) }
        await scene.catchUp()
        #expect(scene.vectors.texts == ["The automobile is red."])
    }

    @Test func `a search does not wait for a provider that says nothing`() async throws {
        try await scene.useProvider()
        try await office.say("The automobile is red.", to: office.writer)
        await scene.catchUp()
        scene.vectors.hang()
        async let result = CompanySearch(scene.workplace).find(.init("automobile"), in: scene.company)
        while office.time.sleeperCount == 0 || scene.vectors.calls.count < 2 { await Task.yield() }
        office.time.advance(by: .seconds(10))
        let found = try await result
        #expect(found.hits.count == 1)
        #expect(found.remark?.contains("too long") == true)
        #expect(try await office.all(Run.self).map(\.status) == [.success, .cancelled])
        #expect(try await office.broken() == [])
    }

    @Test func `vectors of different makers or lengths are never compared`() async throws {
        try await scene.useProvider()
        try await office.say("We sold the old automobile.", to: office.writer)
        await scene.catchUp()
        scene.vectors.stretch(to: 9)
        #expect(try await scene.find("vehicle").isEmpty)
        try await scene.set(.embeddingProvider, to: nil)
        #expect(try await scene.find("vehicle").isEmpty)
        await scene.catchUp()
        #expect(try await Set(scene.embeddings().map(\.model)) == [SearchIndex.offline])
        #expect(try await scene.embeddings().map(\.dimension) == [512])
    }

    @Test func `more texts than a call may have are several calls, each with its run`() async throws {
        try await scene.useProvider()
        for number in 0..<70 { try await office.say("Greetings, number \(number).", to: office.writer) }
        await scene.catchUp()
        #expect(scene.vectors.texts.count == 70)
        #expect(scene.vectors.calls.allSatisfy { $0.count <= 64 })
        #expect(try await office.all(Run.self).count == scene.vectors.calls.count)
    }
}
