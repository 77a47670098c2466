package import Domain
package import Store

extension Explanation {
    /// Why a routine does not run.
    ///
    /// - Throws: ``StoreError``.
    package static func of(
        _ routine: Routine, on terms: DispatchTerms, in transaction: any Transaction
    ) throws -> Explanation {
        let path = "/api/companies/\(routine.companyID)/routines/\(routine.id)"
        let zone = try Routine.zone(of: routine.companyID, in: transaction)
        var conditions = Conditions()
        conditions.require("What it does and when can be read.") {
            guard let flaw = routine.flaw(in: zone) else { return nil }
            return (
                "blocked",
                Finding(
                    "broken", flaw, ref: routine.id.rawValue,
                    action: .init("Set it anew", "PATCH", path, command: "teamx routine edit \(routine.slug) --daily 09:00"))
            )
        }
        conditions.require("It is switched on.") {
            guard !routine.enabled else { return nil }
            return (
                "idle",
                Finding(
                    "disabled", "The routine is switched off.", ref: routine.id.rawValue,
                    action: .init("Switch it on", "PATCH", path, command: "teamx routine resume \(routine.slug)"))
            )
        }
        try conditions.require("Nothing holds the company.") {
            guard let reason = try routine.holdingReason(in: transaction),
                let finding = try Finding.hold(reason, company: routine.companyID, employee: nil, in: transaction)
            else { return nil }
            return ("waiting", finding)
        }
        try conditions.require("The ticket of the run before is done.") {
            guard let ticket = try routine.openTicket(in: transaction) else { return nil }
            return try open(ticket, of: routine, on: terms, in: transaction)
        }
        try conditions.require("Somebody is to do it.") {
            guard try routine.assignee(in: transaction) == nil else { return nil }
            return (
                "waiting",
                Finding(
                    "unassigned", "Nobody is to do what it files.", ref: routine.id.rawValue, until: routine.nextRunAt,
                    action: .init(
                        "Name somebody", "PATCH", path, command: "teamx routine edit \(routine.slug) --assign EMPLOYEE"))
            )
        }
        conditions.require("It is due.") {
            guard let next = routine.nextRunAt, next > transaction.now else { return nil }
            return (
                "waiting",
                Finding(
                    .scheduled, "It is not due yet.", until: next,
                    action: .init("Run it now", "POST", "\(path)/run", command: "teamx routine run \(routine.slug)"))
            )
        }
        return conditions.explanation(
            "routine", routine.id.rawValue, state: "waiting",
            else: routine.nextRunAt == nil
                ? Finding(
                    "not_planned", "No next run of it is planned.",
                    action: .init("Set it anew", "PATCH", path, command: "teamx routine edit \(routine.slug) --daily 09:00"))
                : Finding(.order, "It is due, and begins at once."))
    }

    /// How the ticket of its latest run stands, and what that means for the next one.
    private static func open(
        _ ticket: Ticket, of routine: Routine, on terms: DispatchTerms, in transaction: any Transaction
    ) throws -> (state: String, finding: Finding)? {
        let why = try of(ticket, on: terms, in: transaction)
        if why.state == "working" {
            var finding = why.finding
            finding.reason = "running"
            finding.message = "It runs: \(ticket.label), \(ticket.title): \(finding.message)"
            return (why.state, finding)
        }
        guard routine.workConfig.value?.overlap != .queue else { return nil }
        return (
            why.state == "idle" ? "blocked" : why.state,
            Finding(
                "previous_open",
                "The ticket of the run before, \(ticket.label), is still open, and runs that are due meanwhile are left out: "
                    + why.finding.message,
                ref: ticket.id.rawValue, until: why.finding.until, action: why.finding.action)
        )
    }
}

extension Routine {
    /// Who does what it files: whoever is named, or has taken over from them.
    fileprivate func assignee(in transaction: any Transaction) throws -> Employee? {
        try workConfig.value?.assigneeID.flatMap { try transaction.find(Employee.self, $0)?.standIn(in: transaction) }
    }
}
