import Domain
import Engine
import Store
import Synchronization
import TestSupport
import Testing

/// People who set, change and take away budgets at any moment, and stop and pause besides.
@Suite(.timeLimit(.minutes(10)))
struct BudgetSweepTests {
    @Test(arguments: 1...8)
    func `whatever people do to budgets, the books agree and all work is done in the end`(seed: UInt64) async throws {
        let office = try await Office(time: ManualTime(leaps: true))
        let random = Mutex(SeededRandom(seed: seed))
        let model = UnrulyModel(seed: seed)
        for employee in [office.chief, office.manager, office.writer, office.engineer] {
            try await office.say("What do you think?", to: employee)
        }
        try await office.steer(model) { office in
            for number in 0..<60 {
                let (wait, choice, size) = random.withLock {
                    (Int($0.next() % 40), Int($0.next() % 12), Int64($0.next() % 5) * 60_000_000)
                }
                for _ in 0..<wait { await Task.yield() }
                try await office.store.write { try office.meddle(choice, number, Money(nanoDollars: size), $0) }
            }
            try await office.store.write { transaction in
                try Company.resume(office.company.id, by: office.actor, in: transaction)
                for policy in try BudgetPolicy.list(of: office.company.id, in: transaction) {
                    _ = try policy.change(.init(hardCapUsd: Money("1000"), enabled: true), by: office.actor, in: transaction)
                }
            }
            try await office.untilIdle()
        }
        #expect(try await office.broken() == [])
        #expect(try await office.all(WorkHold.self).isEmpty)
        let entries = try await office.all(BudgetLedgerEntry.self)
        for policy in try await office.all(BudgetPolicy.self) {
            let booked = entries.filter { $0.scopeKind == policy.scopeKind && $0.scopeRefID == policy.scopeRefID }
            let stand = try await office.stand(of: policy)
            #expect(stand.spent.nanoDollars == booked.map(\.amountUsd.nanoDollars).reduce(0, +))
            #expect(stand.reserved == .zero)
        }
        let truth = model.charged.prompt * 3_000 + model.charged.completion * 15_000
        #expect(
            entries.filter { $0.scopeKind == .company }.map(\.amountUsd.nanoDollars).reduce(0, +) == Int64(truth))
    }
}

extension Office {
    /// One thing that a person may do to budgets at any moment; what the rules forbid just then is forbidden.
    fileprivate func meddle(_ choice: Int, _ number: Int, _ cap: Money, _ transaction: any Transaction) throws {
        let people = [chief, manager, writer, engineer]
        let who = people[number % people.count]
        let policies = try BudgetPolicy.list(of: company.id, in: transaction)
        let policy = policies.isEmpty ? nil : policies[number % policies.count]
        do {
            switch choice {
            case 0: _ = try BudgetPolicy.set(.init(hardCapUsd: cap), for: company.id, by: actor, in: transaction)
            case 1:
                _ = try BudgetPolicy.set(
                    .init(
                        scopeKind: .employee, scopeRefID: who.id.rawValue, hardCapUsd: cap, autoPause: number.isMultiple(of: 2)),
                    for: company.id, by: actor, in: transaction)
            case 2, 3: _ = try policy?.change(.init(hardCapUsd: cap), by: actor, in: transaction)
            case 4: _ = try policy?.change(.init(enabled: number.isMultiple(of: 3)), by: actor, in: transaction)
            case 5: try policy?.remove(by: actor, in: transaction)
            case 6: try Company.pause(company.id, by: actor, in: transaction)
            case 7: try Company.resume(company.id, by: actor, in: transaction)
            case 8:
                let run = try transaction.select(Run.self, "WHERE status = 'running' LIMIT 1").first
                if let run { try WorkStop.ask(for: run, by: .user(owner.id), in: transaction) }
            default:
                let thread = try Thread.direct(who.id, with: .user(owner.id), of: company.id, in: transaction)
                try Message.post("And \(number)?", to: thread, by: .user(owner.id), in: transaction)
            }
        } catch is RuleViolation {}
    }
}
