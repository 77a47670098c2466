package import Domain

extension InboxSnooze {
    /// Nothing is put off for longer.
    package static let longest = Duration.seconds(366 * 86_400)

    /// Puts something in a person's inbox off until a moment, or takes it up again.
    ///
    /// - Parameter until: `nil`, or a moment that is past, to have it back.
    /// - Throws: ``RuleViolation/notFound(_:)`` for what is nothing of the company's.
    package static func put(
        off item: String, until: Timestamp?, of company: Company.ID, by reader: Operator.ID, in transaction: any Transaction
    ) throws -> InboxSnooze? {
        guard let kind = try kind(of: item, company, transaction) else { throw RuleViolation.notFound("item") }
        if let until, until - transaction.now > longest {
            throw RuleViolation.invalid(field: "until", reason: "must be within a year")
        }
        try transaction.execute(
            """
            DELETE FROM inbox_snoozes WHERE operator_id = \(reader) AND company_id = \(company)
              AND (item_id = \(item) OR until <= \(transaction.now))
            """)
        guard let until, until > transaction.now else { return nil }
        return try keep(item, kind, until: until, company, reader, transaction)
    }

    /// Keeps failed work out of a person's inbox for good; what fails anew is other work, and is in it.
    ///
    /// - Throws: ``RuleViolation/notFound(_:)`` for what is nothing of the company's, ``RuleViolation/conflict(_:)`` for what
    ///   only a decision takes out of the inbox.
    package static func dismiss(
        _ item: String, of company: Company.ID, by reader: Operator.ID, in transaction: any Transaction
    ) throws {
        guard let kind = try kind(of: item, company, transaction) else { throw RuleViolation.notFound("item") }
        guard kind == .failedWork else {
            throw RuleViolation.conflict("This is done when it is decided or read; it can be put off until then.")
        }
        guard
            try transaction.exists(
                "SELECT 1 FROM agent_wakeup_requests WHERE id = \(item) AND status = \(WakeupStatus.failed)")
        else { throw RuleViolation.conflict("This work has not failed.") }
        _ = try put(off: item, until: nil, of: company, by: reader, in: transaction)
        _ = try keep(item, kind, until: forGood, company, reader, transaction)
    }

    /// When something is back that was put off for good.
    static let forGood = Timestamp(milliseconds: .max)

    private static func keep(
        _ item: String, _ kind: InboxKind, until: Timestamp, _ company: Company.ID, _ reader: Operator.ID,
        _ transaction: any Transaction
    ) throws -> InboxSnooze {
        let snooze = InboxSnooze(operatorID: reader, companyID: company, itemKind: kind, itemID: item, until: until)
        try transaction.insert(snooze)
        return snooze
    }

    private static func kind(
        of item: String, _ company: Company.ID, _ transaction: any Transaction
    ) throws -> InboxKind? {
        let word: String? = try transaction.value(
            """
            SELECT 'question' FROM questions WHERE id = \(item) AND company_id = \(company)
            UNION ALL SELECT 'review' FROM ticket_reviews WHERE id = \(item) AND company_id = \(company)
            UNION ALL SELECT 'budget' FROM budget_policies WHERE id = \(item) AND company_id = \(company)
            UNION ALL SELECT 'blocked_ticket' FROM tickets WHERE id = \(item) AND company_id = \(company)
            UNION ALL SELECT 'failed_work' FROM agent_wakeup_requests WHERE id = \(item) AND company_id = \(company)
            UNION ALL SELECT 'unread_thread' FROM threads WHERE id = \(item) AND company_id = \(company)
            """)
        return word.flatMap(InboxKind.init(rawValue:))
    }

    /// A condition on the items of a kind: they are not put off.
    ///
    /// - Parameter id: The column that has their ids.
    static func isOut(
        _ kind: InboxKind, _ id: SQL, of company: Company.ID, for reader: Operator.ID, at now: Timestamp
    ) -> SQL {
        """
        AND NOT EXISTS (SELECT 1 FROM inbox_snoozes z WHERE z.operator_id = \(reader) AND z.company_id = \(company)
          AND z.item_kind = \(kind) AND z.item_id = \(id) AND z.until > \(now))
        """
    }
}
