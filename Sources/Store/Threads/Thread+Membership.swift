package import Domain

extension Thread {
    package func members(in transaction: any Transaction) throws -> [ThreadMember] {
        try transaction.select("WHERE thread_id = \(id) ORDER BY member_kind, member_id")
    }

    /// The members of several threads, by thread.
    package static func members(
        of threads: [Thread.ID], in transaction: any Transaction
    ) throws -> [Thread.ID: [ThreadMember]] {
        guard !threads.isEmpty else { return [:] }
        let members = try transaction.select(
            ThreadMember.self, "WHERE thread_id IN \(list: threads) ORDER BY thread_id, member_kind, member_id")
        return Dictionary(grouping: members, by: \.threadID)
    }

    /// Makes an employee or a person of the company a member, or gives a member another role.
    ///
    /// - Throws: ``RuleViolation``: not found for whoever is not of the company, and a conflict where members are not chosen.
    package func seat(
        _ id: String, as role: ThreadRole?, by author: Author, in transaction: any Transaction
    ) throws -> ThreadMember {
        let kind = try memberKind(of: id, in: transaction)
        try requireOpenMembership(role)
        let known = try member(id, in: transaction)
        let member = Member(id: id, kind: kind, role: role ?? (known == nil ? .member : nil))
        if known == nil {
            try join(member, by: author, in: transaction)
        } else if let role, known?.roleInThread != role.rawValue {
            try transaction.execute(
                "UPDATE thread_members SET role_in_thread = \(role) WHERE thread_id = \(self.id) AND member_id = \(id)")
            try announce(member, by: author, in: transaction)
        }
        guard let seated = try self.member(id, in: transaction) else { throw RuleViolation.notFound("member") }
        return seated
    }

    /// Takes a member out.
    ///
    /// - Throws: ``RuleViolation``, a conflict for the assignee of a ticket and where members are not chosen.
    package func unseat(_ id: String, by author: Author, in transaction: any Transaction) throws {
        guard let member = try member(id, in: transaction) else { throw RuleViolation.notFound("member") }
        try requireOpenMembership(nil)
        if let ticketID, let ticket = try transaction.find(Ticket.self, ticketID), ticket.assigneeID?.rawValue == id {
            throw RuleViolation.conflict("The ticket \(ticket.label) is theirs. Assign it to somebody else first.")
        }
        try transaction.execute("DELETE FROM thread_members WHERE thread_id = \(self.id) AND member_id = \(id)")
        try transaction.record(
            ThreadMemberRemoved(
                threadID: self.id, memberID: id, memberKind: member.memberKind, role: member.roleInThread),
            company: companyID, by: author.actor)
    }

    /// Enters a member who is not there yet, and says so.
    @discardableResult
    func join(_ member: Member, by author: Author, in transaction: any Transaction) throws -> Bool {
        guard try add(member, in: transaction) else { return false }
        try announce(member, by: author, in: transaction)
        return true
    }

    private func announce(_ member: Member, by author: Author, in transaction: any Transaction) throws {
        try transaction.record(
            ThreadMemberAdded(
                threadID: id, memberID: member.id, memberKind: member.kind, role: member.role?.rawValue),
            company: companyID, by: author.actor)
    }

    private func member(_ id: String, in transaction: any Transaction) throws -> ThreadMember? {
        try transaction.select(ThreadMember.self, "WHERE thread_id = \(self.id) AND member_id = \(id)").first
    }

    /// - Throws: ``RuleViolation/notFound(_:)`` for whoever is neither an employee nor a person of the company, and
    ///   ``RuleViolation/departed(_:)``.
    private func memberKind(of id: String, in transaction: any Transaction) throws -> MemberKind {
        if let employee = try transaction.find(Employee.self, Employee.ID(id)), employee.companyID == companyID,
            !employee.isSystem
        {
            try employee.requirePresence(in: transaction)
            return .employee
        }
        let isPerson = try transaction.exists(
            "SELECT 1 FROM operator_memberships WHERE operator_id = \(id) AND company_id = \(companyID)")
        guard isPerson else { throw RuleViolation.notFound("member") }
        return .user
    }

    private func requireOpenMembership(_ role: ThreadRole?) throws {
        switch kind {
        case .dm: throw RuleViolation.conflict("A direct conversation is between two. Open a group for more.")
        case .meeting: throw RuleViolation.conflict("Who attends a meeting is said when it is called.")
        case .group, .ticket, .broadcast, .proactive:
            guard role != .chair, role != .attendee else {
                throw RuleViolation.invalid(
                    field: "role", reason: "must be one of", allowed: [ThreadRole.owner, .member, .observer].map(\.rawValue))
            }
        }
    }
}
