import Domain
import Engine
import TestSupport
import Testing

@testable import Store
@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct FloorTests {
    /// Hires people who report to one another in threes, and gives each a ticket.
    private func staff(_ count: Int, of company: Company.ID, in door: Door) async throws {
        let owner = door.owner.id
        try await door.store.write { transaction in
            var people: [Employee.ID] = []
            for number in 0..<count {
                let draft = Employee.Draft(
                    rolePackID: "test", roleID: "writer", roleMdSha: "", level: .ic, name: "Wilhelmina Featherstone \(number)",
                    title: "Senior Content Writer", manager: people.isEmpty ? nil : people[people.count / 3])
                let employee = try Employee.hire(draft, into: company, by: .user(owner.rawValue), in: transaction)
                people.append(employee.id)
                _ = try Ticket.file(
                    Ticket.Draft(title: "Write the chapter about the history of number \(number)", assignee: employee.id),
                    in: company, by: .user(owner), transaction)
            }
        }
    }

    private func found(_ client: Door.Client) async throws -> (path: String, id: Company.ID) {
        let id = try await client.post("/api/companies", ["name": "Aurora Labs"]).json["id"]?.string ?? ""
        return ("/api/companies/\(id)", Company.ID(id))
    }

    @Test func `the floor of two hundred people is small, and asks no more of the database than that of ten`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, company) = try await found(client)
            try await staff(10, of: company, in: door)
            let few = try await statements(company, door)
            try await staff(190, of: company, in: door)
            // As many at work as may be, each with a long text.
            for _ in 0..<20 {
                let (work, run) = try await door.claim()
                door.store.feed.signal(
                    LiveSignal(
                        companyID: company, runID: run.id, employeeID: work.agentID, threadID: nil, ticketID: work.ticketID,
                        messageID: Message.ID(run.id.rawValue), text: String(repeating: "words \"and\" more ", count: 100)))
            }
            _ = try await client.post(path + "/pause")
            #expect(try await statements(company, door) <= few + 2)
            #expect(few <= 25)
            let answer = try await client.get(path + "/floor")
            #expect(answer.status == 200)
            #expect(answer.bytes.count <= 60_000, "\(answer.bytes.count) bytes")
            let people = answer.json["people"]?.array ?? []
            #expect(people.count == 200)
            #expect(people.allSatisfy { $0["run"] != nil || $0["waiting"] != nil || $0["idle_reason"] != nil })
            #expect(people.count { $0["run"]?["tail"] != nil } == 20)
            var shortest = Duration.seconds(60)
            for _ in 0..<5 {
                let clock = ContinuousClock()
                let time = try await clock.measure { _ = try await client.get(path + "/floor") }
                shortest = min(shortest, time)
            }
            print("The floor of 200 people took \(shortest), and is of \(answer.bytes.count) bytes.")
        }
    }

    private func statements(_ company: Company.ID, _ door: Door) async throws -> Int {
        let terms = DispatchTerms(providers: NoProviders(secrets: door.secrets), slots: 6)
        return try await door.store.read { transaction in
            let company = try Company.require(company, in: transaction)
            let counting = CountingTransaction(transaction)
            _ = try Floor(company, on: terms, in: counting)
            return counting.count
        }
    }

    @Test func `of whoever writes and has a conversation summed up besides, what they write is shown`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, company) = try await found(client)
            try await staff(1, of: company, in: door)
            let (work, turn) = try await door.claim()
            door.time.advance(by: .seconds(5))
            let other = try await door.store.write { transaction in
                try turn.noteStreaming(since: transaction.now, in: transaction)
                return try Run.begin(work, provider: "practice", model: "practice", practice: true, in: transaction)
            }
            #expect(other.startedAt > turn.startedAt)
            let shown = try await client.get(path + "/floor").json["people"]?.array?.first
            #expect(shown?["run"]?["id"]?.string == turn.id.rawValue)
        }
    }

    @Test func `it says of everybody what they do, or why they do not`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let (path, chief) = try await client.found("Aurora")
            let company = Company.ID(path.split(separator: "/").last.map(String.init) ?? "")
            let writer =
                try await client.post(
                    path + "/employees", ["role": "writer", "name": "Wren", "manager_id": .string(chief)]
                ).json["id"]?.string ?? ""
            func person(_ id: String) async throws -> JSONValue? {
                try await client.get(path + "/floor").json["people"]?.array?.first { $0["id"]?.string == id }
            }
            #expect(try await person(writer)?["idle_reason"] == "Nothing to do.")
            #expect(try await person(writer)?["manager_id"]?.string == chief)
            #expect(try await person(writer)?["waiting"] == nil)

            let ticket = try await client.post(path + "/tickets", ["title": "Write", "assignee_id": .string(writer)]).json
            #expect(try await person(writer)?["waiting"]?["reason"] == "order")
            #expect(try await person(writer)?["ticket"]?["key"]?.string == "AUR-\(ticket["number"]?.integer ?? 0)")

            _ = try await client.post(path + "/employees/\(writer)/pause")
            #expect(try await person(writer)?["waiting"]?["reason"] == "employee_paused")
            #expect(try await person(writer)?["waiting"]?["action"]?["path"]?.string?.hasSuffix("/\(writer)/resume") == true)
            _ = try await client.post(path + "/employees/\(writer)/resume")

            _ = try await client.post(path + "/pause")
            let paused = try await client.get(path + "/floor").json
            #expect(paused["company"]?["paused"]?["reason"] == "user")
            #expect(paused["company"]?["paused"]?["by"]?.string == door.owner.displayName)
            #expect(try await person(writer)?["waiting"]?["reason"] == "company_paused")
            _ = try await client.post(path + "/resume")

            let (work, run) = try await door.claim()
            door.store.feed.signal(
                LiveSignal(
                    companyID: company, runID: run.id, employeeID: work.agentID, threadID: nil, ticketID: work.ticketID,
                    messageID: Message.ID("m"), text: "Once upon a time"))
            #expect(try await person(work.agentID.rawValue)?["run"]?["tail"] == "Once upon a time")
            #expect(try await person(work.agentID.rawValue)?["status"] == "thinking")
            #expect(try await client.get(path + "/floor").json["queue"]?["running"] == 1)
            try await door.finish(run, of: work)
            #expect(try await person(work.agentID.rawValue)?["last_done"]?["outcome"] == "success")
        }
    }

    @Test func `only what is billed is spending, and a month is counted anew after ten seconds`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            func spend(_ dollars: Int64, _ kind: CostKind) async throws {
                let ticket: JSONValue = ["title": "Write", "assignee_id": .string(own.chief.rawValue)]
                _ = try await client.post(own.path + "/tickets", ticket)
                let (work, run) = try await door.claim()
                var totals = RunTotals()
                (totals.cost, totals.costKind) = (Money(nanoDollars: dollars * 1_000_000_000), kind)
                let all = totals
                _ = try await door.store.write {
                    try Run.finish(run, of: work, as: .answered("Done."), totals: all, message: nil, in: $0)
                }
            }
            func floor() async throws -> JSONValue { try await client.get(own.path + "/floor").json }
            _ = try await client.put(own.path + "/seen", ["seq": 1])
            door.time.advance(by: .seconds(31 * 60))
            try await spend(2, .billed)
            try await spend(4, .notional)
            try await spend(8, .unknown)
            let first = try await floor()
            #expect(first["burn"]?["month"] == "2" && first["burn"]?["per_hour"] == "2")
            #expect(first["since_you_left"]?["spent"] == "2")
            try await spend(1, .billed)
            let second = try await floor()
            #expect(second["burn"]?["month"] == "2" && second["burn"]?["per_hour"] == "3")
            door.time.advance(by: .seconds(10))
            #expect(try await floor()["burn"]?["month"] == "3")
            door.time.advance(by: .seconds(3600))
            let later = try await floor()
            #expect(later["burn"]?["month"] == "3" && later["burn"]?["per_hour"] == "0")
        }
    }

    @Test func `a budget that holds a company says in words what the last call would have cost`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let path = try await client.found().path
            let budget = try await client.post(path + "/budgets", ["scope_kind": "company", "hard_cap_usd": "0.01"]).json
            let policy = BudgetPolicy.ID(budget["id"]?.string ?? "")
            for (wanted, words) in [("0.041235", "$0.04"), ("2.5", "$2.50"), ("0.045", "$0.05")] {
                let shortage = BudgetShortage(policy: policy, wanted: try Money(wanted), summary: "It is too much.")
                _ = try await door.store.write { try BudgetPolicy.holdUp(for: shortage, in: $0) }
                let paused = try await client.get(path + "/floor").json["company"]?["paused"]
                #expect(paused?["reason"] == "budget")
                #expect(paused?["note"]?.string == "The next model call may cost up to \(words).")
            }
        }
    }

    @Test func `it says what waits for the person who looks, and what the company spends`() async throws {
        let door = try await Door()
        try await door.open { client async throws in
            let own = try await door.furnish("Own", with: client)
            let floor = try await client.get(own.path + "/floor").json
            let inbox = try await client.get(own.path + "/inbox?limit=3").json
            #expect(floor["needs_you"]?["items"] == inbox["items"])
            let total = try await client.get(own.path + "/inbox/counts").json["total"]
            #expect(floor["needs_you"]?["count"] == total)
            #expect(floor["burn"]?["month"] == "0")
            #expect(floor["burn"]?["cap"] == nil || floor["burn"]?["cap"] == .null)
            _ = try await client.post(own.path + "/budgets", ["scope_kind": "company", "hard_cap_usd": "40"])
            #expect(try await client.get(own.path + "/floor").json["burn"]?["cap"] == "40")
            let last = try await door.store.read { try Event.lastSequence(of: own.company, in: $0) }
            #expect(try await client.get(own.path + "/floor").json["seq"]?.integer == Int64(last))
        }
    }
}
