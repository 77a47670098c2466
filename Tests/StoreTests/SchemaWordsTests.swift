import Domain
import Store
import Testing

/// Words that databases of the product's earlier life hold.
struct SchemaWordsTests {
    @Test(arguments: [
        ("Officer", EmployeeLevel.officer), ("officer", .officer), ("senior_management", .seniorManagement),
        ("senior-management", .seniorManagement), ("Senior Management", .seniorManagement), ("management", .management),
        ("supervisor", .supervisor), ("lead", .lead), ("ic", .ic), ("IC", .ic), ("system", .system),
    ])
    func `a level is read in every spelling`(word: String, level: EmployeeLevel) async throws {
        let engine = try await staffed(level: word)
        let employee = try await engine.read { try $0.find(Employee.self, Identifier("e")) }
        #expect(employee?.level == level)
    }

    @Test(arguments: [
        ("UPDATE employees SET status = 'archived'", "employees"),
        ("UPDATE companies SET status = 'archived', cloud_link_state = 'sync-degraded'", "companies"),
        ("UPDATE providers SET kind = 'custom-openai'", "providers"),
        ("UPDATE schedule_items SET source_kind = 'project_target'", "schedule_items"),
        ("UPDATE artifacts SET kind = 'runtime-output', source_kind = 'runtime-execution'", "artifacts"),
        ("UPDATE extensions SET source_kind = 'url'", "extensions"),
        ("UPDATE runtime_sessions SET adapter_kind = 'teamx-internal'", "runtime_sessions"),
    ])
    func `words that are no longer written are still read`(update: SQL, table: String) async throws {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            for sample in Sample.minimal { try sample.insert(transaction) }
            try transaction.execute(update)
            for sample in Sample.minimal where sample.table == table { _ = try sample.isStored(transaction) }
        }
    }

    @Test func `a word on no list is an error that names the column`() async throws {
        let engine = try await staffed(level: "Emperor")
        let error = await #expect(throws: StoreError.self) {
            try await engine.read { try $0.find(Employee.self, Identifier("e")) }
        }
        guard case .unreadable(let column, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(column == "level")
        #expect(reason.contains("Emperor"))
    }

    @Test func `a column of JSON that is none is an error that names the column`() async throws {
        let engine = try await staffed(level: "IC")
        _ = try await engine.write { try $0.execute("UPDATE employees SET tools_allowed_json = '{'") }
        let error = await #expect(throws: StoreError.self) {
            try await engine.read { try $0.find(Employee.self, Identifier("e")) }
        }
        guard case .unreadable(column: "tools_allowed_json", reason: _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `only the documented words may be written`() {
        #expect(!EmployeeLevel.writable.contains(.system))
        #expect(EmployeeLevel.writable.map(\.rank) == [0, 1, 2, 3, 4, 5])
        #expect(EmployeeLevel.system.rank == nil)
        #expect(CloudLinkState.writable.map(\.rawValue) == ["unlinked", "linked", "error"])
        #expect(ThreadKind.writable.map(\.rawValue) == ["dm", "group", "meeting", "ticket", "broadcast"])
    }

    @Test(arguments: WakeupCause.allCases)
    func `every cause of a wakeup has a coarse trigger`(cause: WakeupCause) {
        let expected: WakeupTrigger =
            switch cause {
            case .goal: .goalDecomposed
            case .routine: .routine
            case .schedule: .schedule
            case .message, .colleagueMessage, .colleagueAnswered, .mention, .manual, .meetingTurn, .interjection, .digest: .manual
            default: .ticketAssigned
            }
        #expect(cause.trigger == expected)
    }

    /// A database with the company `c` and its employee `e` of `level`.
    private func staffed(level: String) async throws -> SQLiteEngine {
        let engine = try await SchemaDatabase.migrated()
        try await engine.write { transaction in
            try transaction.execute("INSERT INTO companies (id, name, slug, created_at) VALUES ('c', 'C', 'c', 1)")
            try transaction.execute(
                """
                INSERT INTO employees (id, company_id, role_pack_id, role_id, role_md_sha, level, name, title, created_at)
                VALUES ('e', 'c', 'p', 'r', 's', \(level), 'E', 'T', 1)
                """)
        }
        return engine
    }
}
