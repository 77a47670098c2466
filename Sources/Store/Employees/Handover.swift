import Domain

/// What becomes of the things of somebody who has just been let go.
struct Handover {
    let leaver: Employee
    /// Who takes over; `nil` when nobody else works here.
    let successor: Employee?
    let manager: Employee.ID?
    let author: Author

    init(from leaver: Employee, to successor: Employee?, manager: Employee.ID?, by author: Author) {
        self.leaver = leaver
        self.successor = successor
        self.manager = manager
        self.author = author
    }

    var company: Company.ID { leaver.companyID }

    /// Why work ends or is taken back, in words for people.
    var reason: String {
        RuleViolation.Departed(name: leaver.name, successor: successor?.id, successorName: successor?.name).sentence
    }

    /// The chart first, since reviews follow it; tickets before the work on them ends, so that none is left standing.
    func perform(in transaction: any Transaction) throws {
        try closeRanks(in: transaction)
        let waiting = try takeBackWork(in: transaction)
        let tickets = try handOverTickets(in: transaction)
        try handOverReviews(in: transaction)
        try settleQuestions(in: transaction)
        try handOverPlans(in: transaction)
        let ended = try endWork(in: transaction)
        try Meeting.noteAbsence(of: leaver.id, in: company, transaction)
        try fillGroups(in: transaction)
        try tell(
            tickets.compactMap(\.threadID) + waiting.compactMap(\.talkThread), but: ended.compactMap(\.talkThread),
            in: transaction)
        for work in waiting { try work.leaveTicket(.cancelled(reason), in: transaction) }
        for work in waiting + ended where work.cause == .digest { try askForDigest(work, in: transaction) }
    }

    /// Their reports come under their manager, or under the successor where there is none; the chart stays a tree.
    private func closeRanks(in transaction: any Transaction) throws {
        try OrgEdge.detach(leaver.id, of: company, by: author.actor, in: transaction)
        let reports =
            try transaction.values(
                "SELECT report_id FROM org_edges WHERE manager_id = \(leaver.id) ORDER BY created_at, id") as [Employee.ID]
        let head = manager ?? successor?.id
        // A successor from further down comes to the top before the others come under them.
        if let head, try OrgEdge.isAbove(leaver.id, head, in: transaction) {
            try OrgEdge.detach(head, of: company, by: author.actor, in: transaction)
        }
        for report in reports where report != head {
            if let head {
                try OrgEdge.put(report, under: head, of: company, by: author.actor, in: transaction)
            } else {
                try OrgEdge.detach(report, of: company, by: author.actor, in: transaction)
            }
        }
    }

    private func handOverPlans(in transaction: any Transaction) throws {
        let projects: [Project.ID] = try transaction.values(
            """
            SELECT id FROM projects WHERE lead_id = \(leaver.id)
              AND status IN (\(ProjectStatus.planning), \(ProjectStatus.active)) ORDER BY id
            """)
        for project in projects {
            try transaction.execute(
                "UPDATE projects SET lead_id = \(successor?.id), updated_at = \(transaction.now) WHERE id = \(project)")
            try transaction.record(
                ProjectUpdated(projectID: project, patchedKeys: ["lead_id"], updatedAt: transaction.now), company: company,
                by: author.actor)
        }
        try ScheduleItem.handOver(from: leaver.id, to: successor?.id, of: company, in: transaction)
        try handOverRoutines(in: transaction)
    }

    /// What the routines file from now on is for the successor, or for nobody.
    private func handOverRoutines(in transaction: any Transaction) throws {
        for routine in try Routine.naming(leaver.id, of: company, in: transaction) {
            guard var work = routine.workConfig.value, work.assigneeID == leaver.id else { continue }
            work.assigneeID = successor?.id
            try transaction.execute(
                """
                UPDATE routines SET work_config_json = \(LenientColumn(work)), updated_at = \(transaction.now)
                WHERE id = \(routine.id)
                """)
            try transaction.record(
                RoutineUpdated(
                    routineID: routine.id, patchedKeys: ["work_config"], nextRunAt: routine.nextRunAt, updatedAt: transaction.now),
                company: company, by: author.actor)
        }
    }
}
