package import Domain

extension Thread {
    /// The direct conversation of exactly these two, opened when there is none.
    ///
    /// - Throws: ``RuleViolation`` when the employee is not of the company.
    package static func direct(
        _ employee: Employee.ID, with other: Author, of company: Company.ID, in transaction: any Transaction
    ) throws -> Thread {
        _ = try Employee.requireColleague(employee, of: company, field: "employee_id", in: transaction)
        let otherKind: MemberKind = other.kind == .employee ? .employee : .user
        let known = try transaction.all(
            Thread.self,
            """
            SELECT \(columns: Thread.self, of: "t") FROM thread_members mine
            JOIN thread_members yours ON yours.thread_id = mine.thread_id
            JOIN threads t ON t.id = mine.thread_id
            WHERE t.company_id = \(company) AND t.kind = \(ThreadKind.dm)
              AND mine.member_id = \(employee) AND mine.member_kind = \(MemberKind.employee)
              AND yours.member_id = \(other.id) AND yours.member_kind = \(otherKind)
              AND t.forked_from_message_id IS NULL
            """
        ).first
        if let known {
            return known.archivedAt == nil
                ? known : try known.change(Changes(archived: false), by: other, in: transaction)
        }
        return try open(
            .dm, subject: nil, of: company, members: [Member(employee), Member(id: other.id, kind: otherKind)], by: other,
            in: transaction)
    }

    /// Opens a thread with its members.
    static func open(
        _ kind: ThreadKind, subject: String?, ticket: Ticket.ID? = nil, of company: Company.ID, members: [Member],
        by author: Author,
        clientKey: String? = nil, in transaction: any Transaction
    ) throws -> Thread {
        let thread = Thread(
            id: transaction.makeID(), companyID: company, kind: kind, subject: subject, createdBy: author.id,
            createdAt: transaction.now, ticketID: ticket, clientKey: clientKey)
        try transaction.insert(thread)
        for member in members { try thread.add(member, in: transaction) }
        try transaction.record(
            ThreadCreated(threadID: thread.id, kind: kind, subject: subject), company: company, by: author.actor)
        return thread
    }

    /// Who takes part in a thread, and as what.
    package struct Member: Hashable, Sendable {
        package let id: String
        package let kind: MemberKind
        package let role: ThreadRole?

        package init(id: String, kind: MemberKind, role: ThreadRole? = nil) {
            self.id = id
            self.kind = kind
            self.role = role
        }

        package init(_ employee: Employee.ID, _ role: ThreadRole? = nil) {
            self.init(id: employee.rawValue, kind: .employee, role: role)
        }

        package init(_ person: Operator.ID, _ role: ThreadRole? = nil) {
            self.init(id: person.rawValue, kind: .user, role: role)
        }
    }

    /// Enters a member who is not there yet, saying nothing.
    @discardableResult
    func add(_ member: Member, in transaction: any Transaction) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO thread_members (thread_id, member_id, member_kind, role_in_thread)
            VALUES (\(id), \(member.id), \(member.kind), \(member.role)) ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Opens a group of employees with the person who asks for it.
    ///
    /// - Throws: ``RuleViolation``.
    package static func group(
        _ subject: String, of company: Company.ID, employees: [Employee.ID], by owner: Operator.ID, clientKey: String?,
        in transaction: any Transaction
    ) throws -> Thread {
        if let known = try transaction.known(Thread.self, clientKey: clientKey, company: company) { return known }
        guard !employees.isEmpty else {
            throw RuleViolation.invalid(field: "employee_ids", reason: "must name at least one employee")
        }
        for employee in employees {
            _ = try Employee.requireColleague(employee, of: company, field: "employee_ids", in: transaction)
        }
        return try open(
            .group, subject: RuleViolation.nonBlank(subject, "subject"), of: company,
            members: [Member(owner, .owner)] + employees.map { Member($0, .member) }, by: .user(owner), clientKey: clientKey,
            in: transaction)
    }
}
