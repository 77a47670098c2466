package import Domain
package import Store

extension Explanation {
    /// Why a ticket does not go on.
    ///
    /// - Throws: ``StoreError``.
    package static func of(
        _ ticket: Ticket, on terms: DispatchTerms, in transaction: any Transaction
    ) throws -> Explanation {
        let path = "/api/companies/\(ticket.companyID)/tickets/\(ticket.id)"
        var conditions = Conditions()
        conditions.require("It is not done.") {
            guard ticket.status == .done else { return nil }
            return (
                "done",
                Finding(
                    "done", "The ticket is done.",
                    action: .init("Reopen it", "DELETE", "\(path)/closure", command: "teamx ticket reopen \(ticket.handle)"))
            )
        }
        try conditions.require("No person has blocked it, or given up its goal.") {
            try TicketHalt.of(ticket.id, in: transaction).map { (ticket.blockedBy == nil ? "waiting" : "blocked", .halt($0)) }
        }
        conditions.require("Somebody is to do it.") {
            guard ticket.assigneeID == nil else { return nil }
            return (
                "idle",
                Finding(
                    "unassigned", "Nobody is to do it.",
                    action: .init(
                        "Give it to somebody", "PUT", "\(path)/assignee", command: "teamx ticket assign \(ticket.handle) EMPLOYEE"
                    ))
            )
        }
        try conditions.require("No question of its waits for an answer.") {
            let open = try transaction.select(
                Question.self, "WHERE ticket_id = \(ticket.id) AND status = 'open' ORDER BY created_at LIMIT 1")
            guard let question = open.first else { return nil }
            return (
                "blocked",
                Finding(
                    "question", "It waits for an answer: \(question.prompt)", ref: question.id.rawValue,
                    action: .init(
                        "Answer", "PUT", "/api/companies/\(ticket.companyID)/questions/\(question.id)/answer",
                        command: "teamx question answer \(question.id) TEXT"))
            )
        }
        try conditions.require("What it depends on is done.") {
            guard let other = try ticket.openDependencies(in: transaction).first else { return nil }
            return (
                "blocked",
                Finding(
                    "dependency", "It waits for \(other.label), \(other.title).", ref: other.id.rawValue,
                    action: .init(
                        "See why that one is not done", "GET", "/api/tickets/\(other.id)/explain",
                        command: "teamx explain ticket \(other.handle)"))
            )
        }
        conditions.require("Nothing else blocks it.") {
            guard ticket.status == .blocked else { return nil }
            let reason = ticket.blockedReason ?? "It is blocked."
            let action =
                Finding.Action.key(for: reason)
                ?? .init("Unblock it", "DELETE", "\(path)/block", command: "teamx ticket unblock \(ticket.handle)")
            return ("blocked", Finding("blocked", reason, action: action))
        }
        try conditions.require("Nothing for it waits or goes on.") {
            try queued("ticket_id = \(ticket.id)", on: terms, in: transaction)
        }
        try conditions.require("No colleague is asked about it.") {
            let open = try transaction.select(
                Enquiry.self, "WHERE ticket_id = \(ticket.id) AND status = 'open' AND asker_id = \(ticket.assigneeID) LIMIT 1")
            guard let enquiry = open.first else { return nil }
            return try queued("id = \(enquiry.wakeupID)", on: terms, in: transaction)
        }
        try conditions.require("All its parts are done.") {
            guard let part = try ticket.children(in: transaction).first(where: { $0.status != .done }) else { return nil }
            return (
                "waiting",
                Finding(
                    "part", "It waits for its part \(part.label), \(part.title).", ref: part.id.rawValue,
                    action: .init(
                        "See why that one is not done", "GET", "/api/tickets/\(part.id)/explain",
                        command: "teamx explain ticket \(part.handle)"))
            )
        }
        return conditions.explanation(
            "ticket", ticket.id.rawValue,
            else: Finding(
                "nobody_next", "Nobody has a next step to take on it.",
                action: ticket.assigneeID.map {
                    .init(
                        "Wake the assignee", "POST", "/api/companies/\(ticket.companyID)/employees/\($0)/wake",
                        command: "teamx employee wake \($0) --ticket \(ticket.handle)")
                }))
    }

    /// What goes on or waits under a condition: the first of it that goes on, else the first that waits.
    static func queued(
        _ condition: SQL, on terms: DispatchTerms, in transaction: any Transaction
    ) throws -> (state: String, finding: Finding)? {
        let work = try transaction.select(
            WakeupRequest.self,
            "WHERE status IN ('pending', 'processing') AND" + condition
                + "ORDER BY status = 'pending', priority * 60000 - scheduled_for DESC, id LIMIT 1"
        ).first
        guard let work else { return nil }
        let name = try transaction.find(Employee.self, work.agentID)?.name ?? "Somebody"
        if work.status == .processing {
            let run = try Run.running(for: work.id, in: transaction)
            return (
                "working",
                Finding(
                    "working", "\(name) is at it.", ref: run?.id.rawValue ?? work.id.rawValue,
                    action: run.map {
                        .init(
                            "Stop it", "POST", "/api/companies/\(work.companyID)/runs/\($0.id)/stop",
                            command: "teamx run stop \($0.id)")
                    })
            )
        }
        var view = try QueueView(on: terms, in: transaction)
        return try view.wait(of: work).map { ("waiting", $0) }
    }
}

extension Conditions {
    func explanation(_ kind: String, _ id: String, state: String = "idle", else last: Finding) -> Explanation {
        Explanation(
            kind: kind, id: id, state: answer?.state ?? state, finding: answer?.finding ?? last, holds: holds)
    }
}
