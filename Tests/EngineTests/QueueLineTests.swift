import Domain
import Store
import TestSupport
import Testing

/// What long queues must not hide, and what looking at them must not read.
@Suite(.timeLimit(.minutes(10)))
struct QueueLineTests {
    let office: Office

    init() async throws { office = try await Office(time: ManualTime()) }

    @Test func `work in a busy thread does not hide other work of the same employee`() async throws {
        let thread = try await office.say("Hello", to: office.engineer)
        #expect(try await claim(1) == [office.engineer.id])
        for number in 0..<30 { try await queue(office.writer, "\(number)", thread: thread, priority: 100) }
        try await queue(office.writer, "elsewhere", priority: 1)
        #expect(try await claim(1) == [office.writer.id])
    }

    @Test func `work for a full provider is passed over as a whole, also when an employee has changed to it meanwhile`()
        async throws
    {
        for number in 0..<30 { try await queue(office.writer, "\(number)", priority: 100) }
        try await queue(office.engineer, "other", priority: 1)
        try await office.store.write { [writer = office.writer] transaction in
            _ = try transaction.execute("UPDATE employees SET provider_pref = 'full' WHERE id = \(writer.id)")
        }
        let asked = try await office.store.write { transaction in
            var asked: [String] = []
            let claimed = try WakeupRequest.claim(1, lease: .init(epoch: 1), in: transaction) { work in
                asked.append(work.providerPref)
                return work.providerPref == "full" ? .pass : .begin(nil)
            }
            return asked + claimed.map(\.agentID.rawValue)
        }
        #expect(asked == ["full", "", office.engineer.id.rawValue])
    }

    @Test func `lines of a company are one queue in the order of urgency`() async throws {
        try await office.store.write { [office] transaction in
            _ = try transaction.execute("UPDATE employees SET provider_pref = 'b' WHERE id = \(office.writer.id)")
            _ = try transaction.execute("UPDATE employees SET provider_pref = 'a' WHERE id = \(office.manager.id)")
        }
        for (employee, priority) in [(office.manager, 10), (office.writer, 90), (office.engineer, 50), (office.chief, 95)] {
            try await queue(employee, "x", priority: priority)
        }
        #expect(try await claim(10) == [office.chief.id, office.writer.id, office.engineer.id, office.manager.id])
    }

    @Test func `the same work wanted more urgently, and at once, is more urgent, and its next try is not waited for`()
        async throws
    {
        try await queue(office.writer, "x", priority: 20, at: office.time.now() + .seconds(600))
        try await office.store.write {
            _ = try $0.execute("UPDATE agent_wakeup_requests SET next_retry_at = \($0.now + .seconds(3600))")
        }
        try await queue(office.writer, "x", priority: 70)
        let work = try await office.all(WakeupRequest.self)
        #expect(work.map(\.priority) == [70])
        #expect(work.map(\.scheduledFor) == [office.time.now()])
        #expect(work.map(\.nextRetryAt) == [nil])
    }

    @Test(arguments: [
        "SELECT 1 FROM agent_wakeup_requests WHERE status = 'processing' AND lease_owner = 1 AND lease_expires_at <= 5",
        "SELECT min(lease_expires_at) FROM agent_wakeup_requests WHERE status = 'processing' AND lease_owner = 1",
        "SELECT min(scheduled_for) FROM agent_wakeup_requests WHERE status = 'pending' AND scheduled_for > 5",
        "SELECT 1 FROM agent_wakeup_requests WHERE agent_id = 'a' AND dedupe_key = 'k'",
        """
        SELECT * FROM agent_wakeup_requests WHERE company_id = 'c' AND provider_pref = '' AND status = 'pending'
          AND scheduled_for <= 5 AND coalesce(next_retry_at, 0) <= 5 ORDER BY priority * 60000 - scheduled_for DESC, id LIMIT 9
        """,
    ])
    func `no look at the queue reads what is over`(statement: String) async throws {
        let plan = try await office.store.read { transaction in
            try transaction.rows(SQL(stringLiteral: "EXPLAIN QUERY PLAN " + statement)) { try String(column: $0.value(at: 3)) }
        }
        for step in plan {
            #expect(step.contains("INDEX"))
            #expect(!step.contains("autoindex") && !step.contains("TEMP B-TREE") && !step.contains("agent_scheduled"))
        }
    }

    private func queue(
        _ employee: Employee, _ key: String, thread: Thread.ID? = nil, priority: Int = 50, at: Timestamp? = nil
    ) async throws {
        try await office.store.write { [office] in
            _ = try WakeupRequest.enqueue(
                .init(
                    agent: employee.id, cause: .manual, trigger: nil, thread: thread, dedupe: .pending(key), chain: .root,
                    priority: priority, at: at), of: office.company.id, in: $0)
        }
    }

    private func claim(_ limit: Int) async throws -> [Employee.ID] {
        try await office.store.write { try WakeupRequest.claim(limit, lease: .init(epoch: 1), in: $0).map(\.agentID) }
    }
}
