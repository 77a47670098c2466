import Domain
import Engine
import Gateway
import Logging
import ServiceLifecycle
import Store
import TestSupport
import Tools

/// A company in memory with a head, a manager and two people who do the work, ready to be run.
struct Office: Sendable {
    let time: ManualTime
    let store: Store
    let company: Company
    let owner: Operator
    let chief: Employee
    let manager: Employee
    let writer: Employee
    let engineer: Employee
    var pricing: any Pricing = FlatPricing()

    init(time: ManualTime = ManualTime(leaps: true)) async throws {
        try await self.init(time: time, store: FreshStore.store(time: time))
    }

    init(time: ManualTime, store: Store) async throws {
        self.time = time
        self.store = store
        (owner, company, chief, manager, writer, engineer) = try await store.write { transaction in
            let owner = try Operator.owner(in: transaction)
            try Provider.seed(in: transaction)
            // Two of them are on, as if somebody had set them up.
            try transaction.execute("UPDATE providers SET enabled = 1 WHERE id IN ('anthropic', 'ollama-local')")
            let company = try Company.found(.init(name: "Aurora"), systemRoles: [], by: owner.id, in: transaction)
            func hire(_ name: String, _ title: String, _ level: EmployeeLevel, under manager: Employee?) throws -> Employee {
                try Employee.hire(
                    Employee.Draft(
                        rolePackID: "test", roleID: title.lowercased(), roleMdSha: "", level: level, name: name, title: title,
                        manager: manager?.id), into: company.id, by: .user(owner.id.rawValue), in: transaction)
            }
            let chief = try hire("Ada Moreau", "Chief Executive Officer", .officer, under: nil)
            let manager = try hire("Grace Lind", "Head of Product", .seniorManagement, under: chief)
            let writer = try hire("Noor Haddad", "Content Writer", .ic, under: manager)
            let engineer = try hire("Jun Ito", "Backend Engineer", .ic, under: manager)
            return (owner, company, chief, manager, writer, engineer)
        }
    }

    func workplace(_ model: any ModelProvider, limits: WorkLimits = WorkLimits()) -> Workplace {
        workplace(providers: OneModel(model), limits: limits)
    }

    func workplace(
        providers: any ModelProviders, health: ProviderHealth = ProviderHealth(), limits: WorkLimits = WorkLimits()
    ) -> Workplace {
        Workplace(
            store: store, time: time, roles: RoleCatalog(), providers: providers, pricing: pricing, health: health,
            documents: TextDocumentWriter(), extractText: { bytes, _, _ in String(decoding: bytes, as: UTF8.self) },
            random: { 0.5 },
            limits: limits, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Starts a server's epoch, lets the company work until `isDone` says so after an event, and stops.
    func work(
        with model: any ModelProvider, limits: WorkLimits = WorkLimits(),
        until isDone: @escaping @Sendable (any Transaction) throws -> Bool
    ) async throws {
        try await work(through: OneModel(model), limits: limits, until: isDone)
    }

    /// The same with providers instead of one model for all of them.
    func work(
        through providers: any ModelProviders, limits: WorkLimits = WorkLimits(),
        until isDone: @escaping @Sendable (any Transaction) throws -> Bool
    ) async throws {
        let workplace = workplace(providers: providers, limits: limits)
        let epoch = try await store.write { try ServerEpoch.begin(bootID: "test", process: 1, in: $0).epoch.epoch }
        let signs = store.feed.subscribe(capacity: 100_000)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await Dispatcher(workplace, epoch: epoch).run() }
            if try await !store.read(isDone) {
                for await _ in signs where try await store.read(isDone) { break }
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    /// Works until nothing is queued or under way.
    func workUntilIdle(with model: any ModelProvider, limits: WorkLimits = WorkLimits()) async throws {
        try await work(with: model, limits: limits) { transaction in
            try !transaction.exists("SELECT 1 FROM agent_wakeup_requests WHERE status IN ('pending', 'processing')")
        }
    }

    /// Files a ticket for an employee, by default as the owner.
    func file(_ title: String, for employee: Employee, by author: Author? = nil) async throws -> Ticket {
        let author = author ?? .user(owner.id)
        return try await store.write { transaction in
            try Ticket.file(Ticket.Draft(title: title, assignee: employee.id), in: company.id, by: author, transaction)
        }
    }

    /// Writes to an employee as the owner, in their direct thread.
    @discardableResult
    func say(_ text: String, to employee: Employee) async throws -> Thread.ID {
        try await store.write { transaction in
            let thread = try Thread.direct(employee.id, with: .user(owner.id), of: company.id, in: transaction)
            try Message.post(text, to: thread, by: .user(owner.id), in: transaction)
            return thread.id
        }
    }

    func ticket(_ id: Ticket.ID) async throws -> Ticket {
        try await store.read { try Ticket.require(id, of: company.id, in: $0) }
    }

    func all<R: Record>(_ type: R.Type) async throws -> [R] {
        try await store.read { try $0.select(type, "ORDER BY rowid") }
    }

    func eventTypes() async throws -> [String] {
        try await store.read { try Event.page(of: company.id, after: 0, limit: 100_000, in: $0).map(\.eventType) }
    }

    /// The rules that must hold whenever nothing is going on; empty when they do.
    func broken() async throws -> [String] {
        let company = company.id
        return try await store.read { transaction in
            let rules: [(String, SQL)] = [
                (
                    "two active checkouts of a ticket",
                    "SELECT ticket_id FROM ticket_checkouts WHERE status = 'active' GROUP BY ticket_id HAVING count(*) > 1"
                ),
                ("run state and end disagree", "SELECT id FROM runs WHERE (status = 'running') = (ended_at IS NOT NULL)"),
                (
                    "something is still going on",
                    "SELECT id FROM runs WHERE status = 'running' UNION ALL SELECT id FROM agent_wakeup_requests WHERE status = 'processing' UNION ALL SELECT id FROM ticket_checkouts WHERE status = 'active'"
                ),
                (
                    "money is set aside for a run that is over",
                    "SELECT b.id FROM budget_reservations b JOIN runs r ON r.id = b.run_id WHERE b.state = 'held' AND r.status <> 'running'"
                ),
                (
                    "what is reserved does not add up",
                    "SELECT policy_id FROM budget_periods p WHERE reserved_nano <> (SELECT coalesce(sum(amount_nano), 0) FROM budget_reservations b WHERE b.policy_id = p.policy_id AND b.period_start = p.period_start AND b.state = 'held')"
                ),
                ("attempts beyond the limit", "SELECT id FROM agent_wakeup_requests WHERE attempt_count > max_attempts + 25"),
            ]
            var broken = try rules.filter { try transaction.exists($0.1) }.map(\.0)
            for run in try Run.mischarged(in: transaction) { broken.append("run \(run) is not charged, or not rightly") }
            for ticket in try Ticket.standing(of: company, in: transaction) { broken.append("nobody will touch \(ticket.label)") }
            for employee in try Employee.misjudged(of: company, in: transaction) {
                broken.append("\(employee) is said to do something else")
            }
            if let flaw = try Event.verify(company, in: transaction).flaw {
                broken.append("chain: \(flaw.reason) at \(flaw.seq)")
            }
            return broken
        }
    }
}
