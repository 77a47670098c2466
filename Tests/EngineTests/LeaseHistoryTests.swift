import Domain
import Foundation
import Store
import TestSupport
import Testing

/// Random histories of claims against a model of what may be written: no two holders, no lost work, nothing after a lost claim.
@Suite(.timeLimit(.minutes(10)))
struct LeaseHistoryTests {
    /// How many histories there are; `LEASE_HISTORIES` asks for more.
    private static let count = ProcessInfo.processInfo.environment["LEASE_HISTORIES"].flatMap { Int($0) } ?? 200

    @Test(arguments: 0..<4)
    func `whatever happens to claims, one holds and the others write nothing`(share: Int) async throws {
        let office = try await Office(time: ManualTime())
        var random = SeededRandom(seed: UInt64(7_001 + share))
        for _ in 0..<(Self.count / 4) {
            var history = History(office: office)
            try await history.begin(tickets: Int.random(in: 1...3, using: &random))
            for _ in 0..<Int.random(in: 5...20, using: &random) { try await history.step(using: &random) }
            try await history.bringToEnd()
        }
        #expect(try await office.broken() == [])
    }
}

/// One history: what the database did, and what the model says that it must have done.
private struct History {
    let office: Office
    private var epoch = 0
    private var tickets: [Ticket] = []
    /// The claim that holds, by work.
    private var holders: [WakeupRequest.ID: WakeupRequest] = [:]
    /// When each holding claim lapses.
    private var lapses: [WakeupRequest.ID: Timestamp] = [:]
    /// Claims that do not hold any more.
    private var zombies: [WakeupRequest] = []
    private var highest: [WakeupRequest.ID: Int] = [:]

    init(office: Office) { self.office = office }

    mutating func begin(tickets count: Int) async throws {
        try await crash()
        for (number, employee) in [office.writer, office.engineer, office.manager].prefix(count).enumerated() {
            tickets.append(try await office.file("Write \(number)", for: employee))
        }
    }

    mutating func step(using random: inout SeededRandom) async throws {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<3: try await claim()
        case 3..<5: try await renew(holders.keys.sorted().randomElement(using: &random))
        case 5: try await expire(after: .seconds(Int.random(in: 1...400, using: &random)))
        case 6: try await putOff(holders.keys.sorted().randomElement(using: &random))
        case 7: try await crash()
        default: try await haunt(zombies.randomElement(using: &random))
        }
        try await check()
    }

    /// After all that, the work can still be done, each piece once.
    mutating func bringToEnd() async throws {
        office.time.advance(by: .seconds(7200))
        try await crash()
        for _ in 0..<20 {
            try await claim()
            for (id, work) in holders {
                let isDone = try await office.store.write { transaction in
                    try Ticket.require(work.ticketID ?? .init(""), of: work.companyID, in: transaction).close(
                        by: .orchestrator, in: transaction)
                    return try Run.finish(
                        nil, of: work, as: .answered(""), totals: RunTotals(), message: nil, in: transaction)
                }
                #expect(isDone)
                zombies.append(work)
                holders[id] = nil
            }
        }
        for ticket in tickets { #expect(try await office.ticket(ticket.id).status == .done) }
        for zombie in zombies { try await haunt(zombie) }
        #expect(
            try await office.store.read {
                try !$0.exists("SELECT 1 FROM ticket_checkouts WHERE status = 'active'")
                    && !$0.exists("SELECT 1 FROM agent_wakeup_requests WHERE status IN ('pending', 'processing')")
            })
    }

    private mutating func claim() async throws {
        let epoch = epoch
        let claimed = try await office.store.write { try WakeupRequest.claim(5, lease: .init(epoch: epoch), in: $0) }
        for work in claimed {
            #expect(holders[work.id] == nil, "claimed while somebody has it")
            #expect(work.fence > highest[work.id, default: 0], "a fence that does not grow")
            highest[work.id] = work.fence
            holders[work.id] = work
            lapses[work.id] = office.time.now() + .seconds(300)
        }
    }

    private mutating func renew(_ id: WakeupRequest.ID?) async throws {
        guard let id, let work = holders[id] else { return }
        #expect(try await office.store.write { try work.extend(by: .seconds(300), in: $0) })
        lapses[id] = office.time.now() + .seconds(300)
    }

    private mutating func expire(after duration: Duration) async throws {
        office.time.advance(by: duration)
        let (epoch, now) = (epoch, office.time.now())
        let taken = try await office.store.write { try WakeupRequest.takeBackLapsed(epoch: epoch, in: $0).taken }
        #expect(Set(taken.map(\.id)) == Set(lapses.filter { $0.value <= now && holders[$0.key] != nil }.keys))
        for work in taken { lose(work.id) }
    }

    private mutating func putOff(_ id: WakeupRequest.ID?) async throws {
        guard let id, let work = holders[id] else { return }
        let isWritten = try await office.store.write {
            try Run.finish(nil, of: work, as: .putOff("later"), totals: RunTotals(), message: nil, in: $0)
        }
        #expect(isWritten)
        lose(id)
    }

    private mutating func crash() async throws {
        epoch = try await office.store.write { try ServerEpoch.begin(bootID: "test", process: 1, in: $0).epoch.epoch }
        for id in Array(holders.keys) { lose(id) }
    }

    /// A claim that was lost tries to write all the same.
    private func haunt(_ zombie: WakeupRequest?) async throws {
        guard let zombie else { return }
        let written = try await office.store.write { transaction in
            try (
                zombie.isHeld(in: transaction), zombie.extend(by: .seconds(300), in: transaction),
                Run.finish(nil, of: zombie, as: .answered("Boo"), totals: RunTotals(), message: nil, in: transaction)
            )
        }
        #expect(written == (false, false, false))
    }

    private mutating func lose(_ id: WakeupRequest.ID) {
        if let work = holders.removeValue(forKey: id) { zombies.append(work) }
        lapses[id] = nil
    }

    private func check() async throws {
        let (processing, doubled, active) = try await office.store.read { transaction in
            (
                try transaction.values("SELECT id FROM agent_wakeup_requests WHERE status = 'processing'") as [WakeupRequest.ID],
                try transaction.exists(
                    "SELECT 1 FROM ticket_checkouts WHERE status = 'active' GROUP BY ticket_id HAVING count(*) > 1"),
                try transaction.value("SELECT count(*) FROM ticket_checkouts WHERE status = 'active'") as Int? ?? 0
            )
        }
        #expect(Set(processing) == Set(holders.keys))
        #expect(!doubled)
        #expect(active == holders.count)
    }
}
