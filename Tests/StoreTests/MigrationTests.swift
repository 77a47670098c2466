import Domain
import Testing

@testable import Store

/// The steps of the schema, forth and back.
struct MigrationTests {
    @Test func `the steps are numbered without gaps`() {
        let numbers = Migration.all.map { Int($0.id.prefix(4)) }
        #expect(numbers == Array(0..<Migration.all.count))
    }

    @Test func `all the way up, down and up again is the same schema`() async throws {
        let engine = try SchemaDatabase.empty()
        let migrator = Migrator(engine)
        try await migrator.migrate()
        let first = try await engine.read { try $0.schema() }
        let undone = try await migrator.rollBack(Migration.all.count)
        #expect(undone == Migration.all.reversed().map(\.id))
        let empty = try await engine.read { try $0.schema() }
        #expect(empty.isEmpty)
        try await migrator.migrate()
        let second = try await engine.read { try $0.schema() }
        #expect(second == first)
    }

    @Test func `a new database, laid down at once, is what it would be step by step`() async throws {
        let engine = try SchemaDatabase.empty()
        for step in Step.all { try await Migrator(engine, migrations: Self.steps(through: step.migration)).migrate() }
        let stepwise = try await engine.read { try $0.schema() }
        let atOnce = try SchemaDatabase.empty()
        #expect(try await Migrator(atOnce).migrate() == Migration.all.map(\.id))
        let schema = try await atOnce.read { try $0.schema() }
        #expect(schema == stepwise)
        #expect(try await Migrator(atOnce).migrate() == [])
        #expect(Migration.folded(Migration.all).allSatisfy { !$0.hasPrefix("ALTER TABLE") && !$0.hasPrefix("DROP") })
    }

    @Test(arguments: Step.all)
    func `a step's way back leads to where it started`(step: Step) async throws {
        let migration = step.migration
        let engine = try await database(before: migration)
        let before = try await engine.read { try $0.schema() }
        let migrator = Migrator(engine, migrations: Self.steps(through: migration))
        try await migrator.migrate()
        try await migrator.rollBack(1)
        let after = try await engine.read { try $0.schema() }
        #expect(after == before)
    }

    @Test func `the way back also leads through tables that hold rows`() async throws {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            for sample in Sample.minimal + Sample.full { try sample.insert(transaction) }
        }
        try await Migrator(engine).rollBack(Migration.all.count)
        let left = try await engine.read { try $0.schema() }
        #expect(left.isEmpty)
    }

    @Test func `a step that fails leaves neither tables nor a line in the journal`() async throws {
        let engine = try await SchemaDatabase.migrated()
        let before = try await engine.read { try $0.schema() }
        let broken = Migration(id: "9999_broken", up: ["CREATE TABLE half (id TEXT)", "CREATE TABLE half (id TEXT)"], down: [])
        let migrator = Migrator(engine, migrations: Migration.all + [broken])
        await #expect(throws: StoreError.self) { try await migrator.migrate() }
        let after = try await engine.read { try $0.schema() }
        #expect(after == before)
        let open = try await migrator.status().filter { $0.appliedAt == nil }.map(\.id)
        #expect(open == ["9999_broken"])
    }

    @Test func `asking where the steps stand makes no table`() async throws {
        let engine = try SchemaDatabase.empty()
        let status = try await Migrator(engine).status()
        #expect(status.allSatisfy { $0.appliedAt == nil })
        #expect(try await Migrator(engine).rollBack(1) == [])
        #expect(try await engine.read { try $0.exists("SELECT 1 FROM sqlite_master") } == false)
    }

    @Test func `a database of a newer program is refused`() async throws {
        let engine = try await SchemaDatabase.migrated()
        let older = Migrator(engine, migrations: Array(Migration.all.dropLast()))
        await #expect(throws: StoreError.newerSchema(Migration.all.last?.id ?? "")) { try await older.migrate() }
    }

    @Test func `rows of the documented schema survive our additions`() async throws {
        let engine = try SchemaDatabase.empty()
        try await Migrator(engine, migrations: Array(Migration.all.prefix(14))).migrate()
        try await engine.write { transaction in
            try transaction.execute("INSERT INTO companies (id, name, slug, created_at) VALUES ('c', 'C', 'c', 1)")
            try transaction.execute(
                """
                INSERT INTO employees (id, company_id, role_pack_id, role_id, role_md_sha, level, name, title, created_at)
                VALUES ('e', 'c', 'p', 'r', 's', 'lead', 'E', 'T', 1)
                """)
            try transaction.execute(
                """
                INSERT INTO events (id, company_id, actor_id, actor_kind, event_type, payload_json, created_at)
                VALUES ('v1', 'c', 'u', 'user', 'x', '{}', 1), ('v2', 'c', 'u', 'user', 'x', '{}', 1)
                """)
            try transaction.execute(
                """
                INSERT INTO runs (id, employee_id, provider, model, started_at)
                VALUES ('r', 'e', 'ollama', 'm', 1), ('gone', 'nobody', 'ollama', 'm', 1)
                """)
            try transaction.execute(
                """
                INSERT INTO agent_wakeup_requests (id, company_id, agent_id, trigger_type, scheduled_for, created_at, updated_at)
                VALUES ('w', 'c', 'e', 'goal_decomposed', 1, 1, 1)
                """)
            try transaction.execute(
                """
                INSERT INTO tickets (id, company_id, title, reporter_id, created_at, updated_at)
                VALUES ('later', 'c', 'L', 'u', 2, 2), ('sooner', 'c', 'S', 'u', 1, 1)
                """)
        }
        try await Migrator(engine).migrate()
        let events = try await engine.read { try $0.select(Event.self, "ORDER BY id") }
        #expect(events.map(\.seq) == [0, 0])
        let runs = try await engine.read { try $0.select(Run.self, "ORDER BY id") }
        #expect(runs.map(\.companyID) == [nil, Identifier("c")])
        #expect(runs.map(\.priceKnown) == [true, true])
        let wakeups = try await engine.read { try $0.select(WakeupRequest.self, "") }
        #expect(wakeups.map(\.cause) == [.goal])
        let tickets = try await engine.read { try $0.select(Ticket.self, "ORDER BY number") }
        #expect(tickets.map(\.id.rawValue) == ["sooner", "later"])
        #expect(tickets.map(\.number) == [1, 2])
    }

    @Test func `of two runs of a routine for the same moment both are kept, the second as one of no moment`() async throws {
        let step = try #require(Migration.all.first { $0.id.hasSuffix("routine_runs_once") })
        let engine = try await database(before: step)
        try await engine.write { transaction in
            try transaction.execute("INSERT INTO companies (id, name, slug, created_at) VALUES ('c', 'C', 'c', 1)")
            try transaction.execute(
                """
                INSERT INTO routines (id, company_id, name, slug, trigger_kind, created_at, updated_at)
                VALUES ('r', 'c', 'R', 'r', 'daily', 1, 1)
                """)
            try transaction.execute(
                """
                INSERT INTO routine_runs (id, company_id, routine_id, status, reason, scheduled_for, started_at)
                VALUES ('1', 'c', 'r', 'success', 'scheduled', 5, 5), ('2', 'c', 'r', 'success', 'scheduled', 5, 6),
                  ('3', 'c', 'r', 'success', 'manual', NULL, 7)
                """)
        }
        try await Migrator(engine).migrate()
        let runs = try await engine.read { try $0.select(RoutineRun.self, "ORDER BY id") }
        #expect(runs.map(\.scheduledFor?.milliseconds) == [5, nil, nil])
    }

    @Test func `what older entries were booked with is told apart by their runs, and what is notional is no longer spent`()
        async throws
    {
        let step = try #require(Migration.all.first { $0.id.hasSuffix("ledgers_apart") })
        let engine = try await database(before: step)
        try await engine.write { transaction in
            try transaction.execute("INSERT INTO companies (id, name, slug, created_at) VALUES ('c', 'C', 'c', 1)")
            try transaction.execute(
                """
                INSERT INTO budget_policies (id, company_id, scope_kind, scope_ref_id, hard_cap_usd, created_at, updated_at)
                VALUES ('p', 'c', 'company', 'c', '50', 1, 1)
                """)
            try transaction.execute(
                """
                INSERT INTO budget_periods (policy_id, period_start, cap_nano, spent_nano)
                VALUES ('p', 1, 50000000000, 700), ('p', 1000, 50000000000, 12750000003)
                """)
            for (run, kind, cost) in [
                ("1", "billed", "0.75"), ("2", "notional", "12.000000003"), ("3", "unknown", "0"), ("4", "billed", "0"),
            ] {
                try transaction.execute(
                    """
                    INSERT INTO runs (id, employee_id, provider, model, prompt_tokens, cost_usd, started_at, company_id, cost_kind)
                    VALUES (\(run), 'e', 'openai', 'm', \(run == "4" ? 0 : 9), \(cost), 1000, 'c', \(kind))
                    """)
                try transaction.execute(
                    """
                    INSERT INTO budget_ledger_entries (id, company_id, scope_kind, scope_ref_id, run_id, run_kind, employee_id,
                      provider, model, amount_usd, occurred_at, created_at)
                    VALUES (\(run), 'c', 'company', 'c', \(run), 'work', 'e', 'openai', 'm', \(cost), 1000, 1000)
                    """)
            }
        }
        try await Migrator(engine).migrate()
        let entries = try await engine.read { try $0.select(BudgetLedgerEntry.self, "ORDER BY id") }
        #expect(entries.map(\.amountUsd.description) == ["0.75", "0", "0", "0"])
        #expect(entries.map(\.notionalUsd.description) == ["0", "12.000000003", "0", "0"])
        #expect(entries.map(\.billedCalls) == [1, 0, 0, 0])
        #expect(entries.map(\.notionalCalls) == [0, 1, 0, 0])
        #expect(entries.map(\.unknownCalls) == [0, 0, 1, 0])
        let months = try await engine.read { try $0.select(BudgetMonth.self, "ORDER BY period_start") }
        #expect(months.map(\.spentNano) == [700, 750_000_000])
        try await Migrator(engine).rollBack(Migration.all.count { $0.id >= step.id })
        let amounts: [String] = try await engine.read {
            try $0.values("SELECT amount_usd FROM budget_ledger_entries ORDER BY id")
        }
        #expect(amounts == ["0.75", "12.000000003", "0", "0"])
    }

    private func database(before migration: Migration) async throws -> SQLiteEngine {
        let engine = try SchemaDatabase.empty()
        try await Migrator(engine, migrations: Self.steps(through: migration).dropLast()).migrate()
        return engine
    }

    private static func steps(through migration: Migration) -> [Migration] {
        Array(Migration.all.prefix { $0.id <= migration.id })
    }
}

/// A migration that shows up in the list of tests by its id.
struct Step: CustomTestStringConvertible, Sendable {
    static let all = Migration.all.map(Step.init)

    let migration: Migration

    var testDescription: String { migration.id }
}
