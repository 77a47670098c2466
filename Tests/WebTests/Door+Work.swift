import Domain
import Store
import Testing

@testable import Web

/// What employees do, without an employee: the rows that only work leaves behind.
extension Door {
    /// A company with a head, a ticket of hers and something of every kind that a path can name.
    struct Furnished: Sendable {
        let path: String
        let company: Company.ID
        let chief: Employee.ID
        let ticket: Ticket.ID
        /// By the name that paths give the kind.
        let ids: [String: String]
    }

    func furnish(_ name: String, with client: Client) async throws -> Furnished {
        let (path, chief) = try await client.found(name)
        func make(_ what: String, _ body: JSONValue = [:]) async throws -> String {
            try await client.post(path + what, body).json["id"]?.string ?? ""
        }
        let company = Company.ID(path.split(separator: "/").last.map(String.init) ?? "")
        let ticket = Ticket.ID(try await make("/tickets", ["title": "Write it", "assignee_id": .string(chief)]))
        let file = try await client.send(.post, path + "/files?name=a.txt", Array("words".utf8), type: "text/plain")
        let thread = try await make("/employees/\(chief)/thread")
        let ids = [
            "employee": chief, "member": chief, "ticket": ticket.rawValue, "thread": thread,
            "message": try await make("/threads/\(thread)/messages", ["content": "Hello"]),
            "fact": try await make("/threads/\(thread)/digest/facts", ["fact": "The owner likes tea."]),
            "checkpoint": try await make("/threads/\(thread)/checkpoints", ["progress_summary": "Half of it."]),
            "budget": try await make(
                "/budgets", ["scope_kind": "employee", "scope_ref_id": .string(chief), "hard_cap_usd": "25"]),
            "goal": try await make("/goals", ["title": "Grow"]), "project": try await make("/projects", ["title": "Spring"]),
            "file": file.json["id"]?.string ?? "",
            "question": try await ask("Red or blue?", by: Employee.ID(chief), on: ticket, of: company),
            "run": try await run(by: Employee.ID(chief), of: company),
            "work": try await waitingWork(for: Employee.ID(chief), of: company),
            "routine": try await make(
                "/routines",
                [
                    "name": "Post", "schedule": ["triggerKind": "daily", "timeOfDay": "08:00"],
                    "work_config": ["title": "Open the post", "assigneeId": .string(chief)],
                ]),
            "entry": try await make(
                "/schedule", ["title": "Fair", "starts_at": 1_800_000_000_000, "assignee_id": .string(chief)]),
        ]
        .merging(try await ended(chair: Employee.ID(chief), of: company)) { first, _ in first }
        .merging(["matter": thread]) { first, _ in first }
        return Furnished(path: path, company: company, chief: Employee.ID(chief), ticket: ticket, ids: ids)
    }

    /// A meeting that has ended, with an action item.
    func ended(chair: Employee.ID, of company: Company.ID) async throws -> [String: String] {
        try await store.write { transaction in
            let thread = Thread(
                id: transaction.makeID(), companyID: company, kind: .meeting, createdBy: chair.rawValue,
                createdAt: transaction.now)
            try transaction.insert(thread)
            let meeting = Meeting(
                id: transaction.makeID(), companyID: company, threadID: thread.id, chairID: chair, agenda: "Colours",
                status: .ended, minutesMd: "# Minutes", attendees: [chair], actionItems: [ActionItem(title: "Paint it")],
                startedAt: transaction.now, endedAt: transaction.now, phase: .ended)
            try transaction.insert(meeting)
            return ["meeting": meeting.id.rawValue, "item": "1"]
        }
    }

    /// An employee's question to the owner, which blocks the ticket.
    func ask(
        _ prompt: String, options: [String] = [], by employee: Employee.ID, on ticket: Ticket.ID, of company: Company.ID
    ) async throws -> String {
        try await store.write { transaction in
            let ticket = try Ticket.require(ticket, of: company, in: transaction)
            return try Question.ask(
                prompt, kind: options.isEmpty ? .text : .choice, options: options, by: employee, on: ticket, thread: nil,
                run: nil,
                company: company, in: transaction
            ).id.rawValue
        }
    }

    /// Work of an employee that has not begun.
    func waitingWork(for employee: Employee.ID, of company: Company.ID) async throws -> String {
        try await store.write { transaction in
            try WakeupRequest.wake(employee, of: company, ticket: nil, by: .user(owner.id), clientKey: nil, in: transaction)?.id
                .rawValue ?? ""
        }
    }

    /// A run that has made one model call and used one tool.
    func run(by employee: Employee.ID, of company: Company.ID) async throws -> String {
        try await store.write { transaction in
            let run = Run(
                id: transaction.makeID(), employeeID: employee, provider: "practice", model: "practice",
                startedAt: transaction.now,
                companyID: company)
            try transaction.insert(run)
            try transaction.insert(
                RunStep(
                    runID: run.id, step: 1, provider: "practice", model: "practice", text: "I read it.",
                    startedAt: transaction.now,
                    endedAt: transaction.now))
            try ToolCallRecord.record(
                ToolCall(id: "1", name: "read_file", arguments: #"{"name": "a.txt"}"#), output: "words", status: .success,
                error: nil,
                latency: .milliseconds(3), run: run.id, in: transaction)
            return run.id.rawValue
        }
    }

    /// Hands in a ticket as its assignee does.
    func submit(_ ticket: Ticket.ID, by employee: Employee.ID, of company: Company.ID) async throws {
        _ = try await store.write { transaction in
            try Ticket.require(ticket, of: company, in: transaction).submit(
                result: "It is written.", files: [], by: employee, chain: .root, in: transaction)
        }
    }

    /// Begins what waits, as a server does.
    func claim() async throws -> (work: WakeupRequest, run: Run) {
        try await store.write { transaction in
            let work = try #require(try WakeupRequest.claim(1, lease: .init(epoch: 1), in: transaction).first)
            return (work, try Run.begin(work, provider: "practice", model: "practice", practice: true, in: transaction))
        }
    }

    func finish(_ run: Run, of work: WakeupRequest) async throws {
        _ = try await store.write {
            try Run.finish(run, of: work, as: .answered("Here I am."), totals: RunTotals(), message: nil, in: $0)
        }
    }

    /// How many events all companies together have.
    func eventCount() async throws -> Int {
        try await store.read { transaction in
            try Event.companies(in: transaction).reduce(0) { try $0 + Event.lastSequence(of: $1, in: transaction) }
        }
    }
}
