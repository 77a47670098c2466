import Domain
import Engine
import Store
import TestSupport
import Testing

/// However a run ends, what was set aside for it is given back.
@Suite(.timeLimit(.minutes(10)))
struct ReservationEndTests {
    enum End: CaseIterable, Sendable {
        case pause, stop, dismissal, employeePause, shutdown
    }

    @Test(arguments: End.allCases)
    func `nothing stays reserved for a run that is over`(end: End) async throws {
        let office = try await Office.ofDollars(time: ManualTime())
        let policy = try await office.budget("10")
        try await office.say("Hello", to: office.writer)
        let model = HangingModel(times: .max, then: ScriptedModel([]))
        try await office.steer(model) { office in
            await office.wait { !model.requests.isEmpty }
            #expect(try await office.stand(of: policy).reserved == Money("1"))
            switch end {
            case .pause: try await office.store.write { try Company.pause(office.company.id, by: office.actor, in: $0) }
            case .stop: try await office.stopRun()
            case .dismissal:
                try await office.store.write {
                    _ = try Employee.dismiss(office.writer.id, of: office.company.id, by: .user(office.owner.id), in: $0)
                }
            case .employeePause:
                try await office.store.write {
                    try Employee.pause(office.writer.id, of: office.company.id, by: office.actor, in: $0)
                }
            case .shutdown: return
            }
            try await office.until { try !$0.exists("SELECT 1 FROM budget_reservations WHERE state = 'held'") }
            await office.wait { model.ended > 0 }
        }
        #expect(try await office.stand(of: policy).reserved == .zero)
        let runs = try await office.all(Run.self)
        #expect(runs.allSatisfy { $0.status != .running })
        #expect(try await office.stand(of: policy).spent.nanoDollars == runs.map(\.costUsd.nanoDollars).reduce(0, +))
        #expect(try await office.broken() == [])
    }

    @Test(arguments: [true, false])
    func `what was reserved for a call is spent when its server is killed, or its claim lapses, though no word had come`(
        isKilled: Bool
    ) async throws {
        let office = try await Office.ofDollars()
        let policy = try await office.budget("2")
        try await office.say("Hello", to: office.writer)
        let epoch = try await office.store.write { transaction in
            let epoch = try ServerEpoch.begin(bootID: "one", process: 1, in: transaction).epoch.epoch
            let work = try #require(try WakeupRequest.claim(1, lease: .init(epoch: epoch), in: transaction).first)
            let run = try Run.begin(work, provider: "openai", model: "m", practice: false, in: transaction)
            let policies = try BudgetPolicy.applying(to: run, in: transaction)
            let outcome = try BudgetReservation.reserve(Money("1"), for: run, step: 0, from: policies, in: transaction)
            #expect(outcome == .granted)
            return epoch
        }
        #expect(try await office.stand(of: policy).reserved == Money("1"))
        if isKilled {
            try await office.restart()
        } else {
            office.time.advance(by: .seconds(3600))
            let taken = try await office.store.write { try WakeupRequest.takeBackLapsed(epoch: epoch, in: $0).taken }
            #expect(taken.count == 1)
        }
        #expect(try await office.stand(of: policy).reserved == .zero)
        #expect(try await office.stand(of: policy).spent == Money("1"))
        let model = ScriptedModel([])
        try await office.workUntilIdle(with: model)
        #expect(model.requests.count == 1)
        #expect(try await office.all(BudgetReservation.self).map(\.state) == [.settled, .settled])
        #expect(try await office.stand(of: policy).remaining == .zero)
        #expect(try await office.broken() == [])
    }

    @Test func `a call that a provider refuses costs nothing and is given back`() async throws {
        let office = try await Office.ofDollars()
        let policy = try await office.budget("1")
        try await office.say("Hello", to: office.writer)
        try await office.workUntilIdle(with: ScriptedModel([.fail(ModelError(.unauthorized, "No key."))]))
        #expect(try await office.stand(of: policy).spent == .zero)
        #expect(try await office.all(BudgetReservation.self).map(\.state) == [.released])
        #expect(try await office.broken() == [])
    }
}
