package import Domain
package import Store

extension Explanation {
    /// Why an employee does nothing.
    ///
    /// - Throws: ``StoreError``.
    package static func of(
        _ employee: Employee, on terms: DispatchTerms, in transaction: any Transaction
    ) throws -> Explanation {
        var conditions = Conditions()
        try conditions.require("They work here.") {
            try employee.hasLeft ? ("done", .departed(employee, in: transaction)) : nil
        }
        try conditions.require("Nothing holds the company or the employee.") {
            let probe = WakeupRequest(
                id: .init(""), companyID: employee.companyID, agentID: employee.id, triggerType: .manual,
                scheduledFor: transaction.now, createdAt: transaction.now, updatedAt: transaction.now)
            guard let reason = try probe.heldFor(in: transaction),
                let finding = try Finding.hold(
                    reason, company: employee.companyID, employee: employee.id, in: transaction)
            else { return nil }
            return ("waiting", finding)
        }
        try conditions.require("Nothing of theirs waits or goes on.") {
            try queued("agent_id = \(employee.id)", on: terms, in: transaction)
        }
        try conditions.require("None of their tickets is open.") {
            let tickets = try transaction.select(
                Ticket.self,
                "WHERE assignee_id = \(employee.id) AND status <> 'done' ORDER BY status = 'blocked' DESC, number LIMIT 1")
            guard let ticket = tickets.first else { return nil }
            let why = try of(ticket, on: terms, in: transaction)
            var finding = why.finding
            finding.message = "\(ticket.label), \(ticket.title): \(finding.message)"
            return (why.state, finding)
        }
        return conditions.explanation(
            "employee", employee.id.rawValue,
            else: Finding(
                "idle", "\(employee.name) has nothing to do.",
                action: .init(
                    "Give them a ticket", "POST", "/api/companies/\(employee.companyID)/tickets",
                    command: "teamx ticket create TITLE --assign \(employee.id)")))
    }

    /// Why nobody answers in a thread.
    ///
    /// - Throws: ``StoreError``.
    package static func of(_ thread: Thread, on terms: DispatchTerms, in transaction: any Transaction) throws -> Explanation {
        var conditions = Conditions()
        try conditions.require("Nothing in it waits or goes on.") {
            try queued("thread_id = \(thread.id)", on: terms, in: transaction)
        }
        try conditions.require("Whoever it is with works here.") {
            guard thread.kind == .dm || thread.kind == .group else { return nil }
            let all = try thread.employees(limit: 50, departed: true, in: transaction)
            // A conversation of two is over when one is gone, a group when all are.
            guard let gone = all.first(where: \.hasLeft), thread.kind == .dm || all.allSatisfy(\.hasLeft) else { return nil }
            return ("done", try .departed(gone, in: transaction))
        }
        let last = try transaction.select(
            WakeupRequest.self, "WHERE thread_id = \(thread.id) ORDER BY updated_at DESC, id DESC LIMIT 1"
        ).first
        conditions.require("The last work in it did not fail.") {
            guard let last, last.status == .failed || last.status == .cancelled else { return nil }
            let what = last.status == .failed ? "failed" : "was cancelled"
            let why = last.lastError.map { ": \($0)" } ?? "."
            let action =
                last.lastError.flatMap(Finding.Action.key(for:))
                ?? .init(
                    "Wake the employee again", "POST", "/api/companies/\(thread.companyID)/employees/\(last.agentID)/wake",
                    command: "teamx employee wake \(last.agentID)")
            return (
                "blocked",
                Finding("\(last.status.rawValue)", "The last work in it \(what)\(why)", ref: last.id.rawValue, action: action)
            )
        }
        try conditions.require("Somebody was called on.") {
            guard last == nil, try transaction.exists("SELECT 1 FROM messages WHERE thread_id = \(thread.id)") else { return nil }
            return (
                "idle",
                Finding(
                    "nobody_called", "Nothing that was said in it calls on anybody.",
                    action: .init(
                        "Mention somebody with @NAME", "POST", "/api/companies/\(thread.companyID)/threads/\(thread.id)/messages")
                )
            )
        }
        return conditions.explanation(
            "thread", thread.id.rawValue,
            else: Finding(
                last == nil ? "empty" : "answered", last == nil ? "Nothing was said yet." : "The last message was answered."))
    }
}
