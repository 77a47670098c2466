import Domain
import Engine
import Store
import TestSupport

extension Office {
    /// Hires so many more, and notes whenever a budget is passed.
    func crowd(_ count: Int) async throws -> [Employee] {
        try await store.write { transaction in
            try transaction.execute("CREATE TABLE passed (policy_id TEXT)")
            try transaction.execute(
                """
                CREATE TRIGGER note_passed AFTER UPDATE ON budget_periods WHEN NEW.spent_nano + NEW.reserved_nano > NEW.cap_nano
                BEGIN INSERT INTO passed VALUES (NEW.policy_id); END
                """)
            return try (0..<count).map { number in
                try Employee.hire(
                    .init(
                        rolePackID: "test", roleID: "worker", roleMdSha: "", level: .ic, name: "Worker \(number) Name",
                        title: "Worker", manager: manager.id), into: company.id, by: .user(owner.id.rawValue), in: transaction)
            }
        }
    }

    /// How often more was spent and reserved than there is.
    func passed() async throws -> Int { try await store.read { try $0.value("SELECT count(*) FROM passed") ?? 0 } }

    /// Works until nothing goes on, and what waits waits for money.
    func workUntilSpent(with model: any ModelProvider, slots: Int) async throws {
        try await work(with: model, limits: WorkLimits(slots: slots)) { transaction in
            try !transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'processing'")
                && (!transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status = 'pending'")
                    || transaction.exists("SELECT 1 FROM work_holds WHERE reason = 'budget'"))
        }
    }
}
