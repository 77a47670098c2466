import Domain
import Engine
import Store
import TestSupport
import Testing

/// Many turns that spend from one budget at the same time.
@Suite(.timeLimit(.minutes(10)))
struct BudgetCrowdTests {
    @Test(arguments: [1, 2]) func `sixty-four at once never pass the budget, and the books agree`(seed: UInt64) async throws {
        let office = try await Office()
        let people = try await office.crowd(60) + [office.chief, office.manager, office.writer, office.engineer]
        // The provider takes them all at once.
        try await office.store.write { _ = try $0.execute("UPDATE providers SET config_json = '{\"concurrency_cap\": 64}'") }
        // A hundred calls of the usual kind.
        let policy = try await office.budget("0.45")
        for employee in people { try await office.say("What do you think?", to: employee) }
        let model = UnrulyModel(seed: seed)
        for _ in 0..<4 {
            try await office.workUntilSpent(with: model, slots: 64)
            if try await !office.all(WorkHold.self).isEmpty { break }
            for employee in people { try await office.say("And now?", to: employee) }
        }
        #expect(try await office.all(WorkHold.self).map(\.refID) == [policy.id.rawValue], "the money has ended")
        #expect(try await office.passed() == 0, "at no moment was more spent and reserved than there is")
        let stand = try await office.stand(of: policy)
        #expect(stand.spent <= policy.hardCapUsd)
        #expect(stand.reserved == .zero)
        #expect(model.calls > 50)
        let truth = model.charged.prompt * 3_000 + model.charged.completion * 15_000
        #expect(stand.spent.nanoDollars == Int64(truth))
        let booked = try await office.all(BudgetLedgerEntry.self).filter { $0.scopeKind == .company }
        #expect(booked.map(\.amountUsd.nanoDollars).reduce(0, +) == Int64(truth))
        #expect(try await office.broken() == [])
    }

    @Test func `a call whose money is only reserved by another waits for it`() async throws {
        let office = try await Office()
        let policy = try await office.budget("0.1")
        let people = [office.chief, office.manager, office.writer, office.engineer]
        for employee in people { try await office.say("Hello", to: employee) }
        let hanging = HangingModel(then: ScriptedModel([]))
        try await office.steer(hanging) { office in
            await office.wait { !hanging.requests.isEmpty }
            // The three others have begun, and none of them may ask.
            try await office.until { try $0.exists("SELECT 1 FROM runs WHERE status = 'running' LIMIT 1 OFFSET 3") }
            #expect(try await office.all(BudgetReservation.self).count == 1)
            #expect(try await office.all(WorkHold.self).isEmpty)
            let first = try #require(try await office.all(BudgetReservation.self).first)
            try await office.store.write { transaction in
                let run = try Run.require(first.runID, of: office.company.id, in: transaction)
                _ = try WorkStop.ask(for: run, by: .user(office.owner.id), in: transaction)
            }
            try await office.untilIdle()
        }
        #expect(try await office.all(Run.self).count { $0.status == .success } == 3)
        #expect(try await office.stand(of: policy).reserved == .zero)
        #expect(try await office.broken() == [])
    }
}
