package import Domain

extension Thread {
    /// The direct conversation of two employees, opened when there is none.
    ///
    /// - Throws: ``RuleViolation`` when it is not two, or one is not of the company.
    package static func direct(
        between employees: [Employee.ID], of company: Company.ID, in transaction: any Transaction
    ) throws -> Thread {
        guard employees.count == 2, employees[0] != employees[1] else {
            throw RuleViolation.invalid(
                field: "employee_ids", reason: "must name one employee, or two who talk to each other")
        }
        for employee in employees {
            _ = try Employee.requireColleague(employee, of: company, field: "employee_ids", in: transaction)
        }
        return try direct(employees[0], with: .employee(employees[1]), of: company, in: transaction)
    }

    /// Opens a thread for announcements, which all of the company read, or finds the one of this name.
    ///
    /// - Parameter employees: Who is entered as a member; everybody unless given.
    /// - Throws: ``RuleViolation``.
    package static func broadcast(
        _ subject: String?, of company: Company.ID, employees: [Employee.ID]? = nil, by owner: Operator.ID, clientKey: String?,
        in transaction: any Transaction
    ) throws -> Thread {
        if let known = try transaction.known(Thread.self, clientKey: clientKey, company: company) { return known }
        let subject = try RuleViolation.nonBlank(subject ?? "Announcements", "subject")
        let same = try transaction.select(
            Thread.self,
            """
            WHERE company_id = \(company) AND kind = \(ThreadKind.broadcast) AND subject = \(subject) AND archived_at IS NULL
            ORDER BY created_at LIMIT 1
            """
        ).first
        if let same { return same }
        let readers = try employees ?? Employee.list(of: company, in: transaction).map(\.id)
        for employee in readers {
            _ = try Employee.requireColleague(employee, of: company, field: "employee_ids", in: transaction)
        }
        return try open(
            .broadcast, subject: subject, of: company, members: [Member(owner, .owner)] + readers.map { Member($0, .member) },
            by: .user(owner), clientKey: clientKey, in: transaction)
    }
}

extension Employee {
    /// The groups in which the employee takes part, those with the latest messages first.
    package func groups(in transaction: any Transaction) throws -> [Thread] {
        try transaction.select(
            """
            WHERE company_id = \(companyID) AND kind = \(ThreadKind.group) AND archived_at IS NULL AND EXISTS (
              SELECT 1 FROM thread_members m WHERE m.thread_id = threads.id AND m.member_id = \(id)
                AND m.member_kind = \(MemberKind.employee))
            ORDER BY coalesce(last_message_at, created_at) DESC, id DESC LIMIT 100
            """)
    }
}
