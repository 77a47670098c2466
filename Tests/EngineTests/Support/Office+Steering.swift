import Domain
import Engine
import Store
import TestSupport

extension Office {
    /// Lets the company work while `body` looks on; ends with it.
    func steer(
        _ model: any ModelProvider, limits: WorkLimits = WorkLimits(), while body: (Office) async throws -> Void
    ) async throws {
        try await steer(workplace(model, limits: limits), while: body)
    }

    /// The same, at a workplace that was made for it.
    func steer(_ workplace: Workplace, while body: (Office) async throws -> Void) async throws {
        let epoch = try await store.write { try ServerEpoch.begin(bootID: "test", process: 1, in: $0).epoch.epoch }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await Dispatcher(workplace, epoch: epoch).run() }
            try await body(self)
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// Returns when the database shows it.
    func until(_ isSo: @escaping @Sendable (any Transaction) throws -> Bool) async throws {
        while try await !store.read(isSo) { await Task.yield() }
    }

    /// Returns when nothing waits or goes on.
    func untilIdle() async throws {
        try await until { try !$0.exists("SELECT 1 FROM agent_wakeup_requests WHERE status IN ('pending', 'processing')") }
    }

    /// Puts back what a company that stopped working had under way, as the next start of the server does.
    func restart() async throws {
        _ = try await store.write { try ServerEpoch.begin(bootID: "test", process: 1, in: $0) }
    }

    /// Returns when `isSo`.
    func wait(_ isSo: @Sendable () -> Bool) async { while !isSo() { await Task.yield() } }

    /// Asks, as the owner, for the end of whatever run goes on.
    @discardableResult
    func stopRun() async throws -> Run {
        try await store.write { [owner] transaction in
            let run = try transaction.select(Run.self, "WHERE status = \(RunStatus.running)").first
            guard let run else { throw RuleViolation.notFound("run") }
            try WorkStop.ask(for: run, by: .user(owner.id), in: transaction)
            return run
        }
    }

    func status(of employee: Employee) async throws -> EmployeeStatus? {
        try await store.read { try $0.find(Employee.self, employee.id)?.status }
    }

    /// What everybody who reads the thread finds.
    func said(in thread: Thread.ID) async throws -> [String] {
        try await store.read { try Message.latest(of: thread, limit: 100, in: $0).map(\.content) }
    }
}
