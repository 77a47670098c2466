import Domain

/// What belongs to each kind, as a condition that an index answers.
extension Inbox {
    func questions(at now: Timestamp) -> SQL {
        "WHERE company_id = \(company) AND status = \(QuestionStatus.open) \(isOut(.question, "questions.id", now))"
    }

    func isOut(_ kind: InboxKind, _ id: SQL, _ now: Timestamp) -> SQL {
        hidesAway ? InboxSnooze.isOut(kind, id, of: company, for: reader, at: now) : ""
    }

    /// What was handed in where nobody is woken to look at it, and nothing is asked about it.
    func reviews(at now: Timestamp) -> SQL {
        """
        WHERE r.company_id = \(company) AND r.status = \(ReviewStatus.pending) AND t.status <> \(TicketStatus.done)
          AND t.blocked_by IS NULL
          AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.ticket_id = t.id AND q.status = 'open')
          AND NOT EXISTS (
            SELECT 1 FROM agent_wakeup_requests w WHERE w.ticket_id = t.id AND w.status IN ('pending', 'processing')
              AND w.cause = \(WakeupCause.reviewRequest))
          \(isOut(.review, "r.id", now))
        """
    }

    /// Budgets that hold somebody, or that pieces of work wait for which count for them by themselves.
    func holding(in transaction: any Transaction) throws -> SQL {
        let month = try Company.budgetMonth(of: company, in: transaction)
        return "WHERE \(BudgetPolicy.isHolding(of: company, month)) \(isOut(.budget, "p.id", transaction.now))"
    }

    /// Since when a budget holds.
    static let holdingSince: SQL = """
        coalesce(
          (SELECT min(h.placed_at) FROM work_holds h WHERE h.company_id = p.company_id AND h.reason = 'budget' AND h.ref_id = p.id),
          (SELECT max(m.exceeded_at) FROM budget_periods m WHERE m.policy_id = p.id), p.updated_at)
        """

    /// Tickets that nobody blocked by hand, and that wait for neither an answer, nor a review, nor another ticket, nor one of their parts.
    func blocked(at now: Timestamp) -> SQL {
        """
        WHERE t.company_id = \(company) AND t.status = \(TicketStatus.blocked) AND t.blocked_by IS NULL
          AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.ticket_id = t.id AND q.status = 'open')
          AND NOT EXISTS (SELECT 1 FROM ticket_reviews r WHERE r.ticket_id = t.id AND r.status = 'pending')
          AND NOT EXISTS (SELECT 1 FROM tickets c WHERE c.parent_ticket_id = t.id AND c.status <> 'done')
          AND NOT EXISTS (
            SELECT 1 FROM json_each(t.dependencies_json) d JOIN tickets o ON o.id = d.value WHERE o.status <> 'done')
          \(isOut(.blockedTicket, "t.id", now))
        """
    }

    /// Work of the last week that was given up and has not been taken up again; a ticket says so itself.
    func failed(since now: Timestamp) -> SQL {
        """
        WHERE w.company_id = \(company) AND w.status = 'failed' AND w.completed_at > \(now + .seconds(-7 * 24 * 3600))
          AND w.ticket_id IS NULL
          AND NOT EXISTS (
            SELECT 1 FROM agent_wakeup_requests l WHERE l.thread_id = w.thread_id AND l.agent_id = w.agent_id
              AND l.created_at > w.completed_at)
          \(isOut(.failedWork, "w.id", now))
        """
    }

    func unread(at now: Timestamp) -> SQL {
        """
        WHERE company_id = \(company) AND kind IN ('dm', 'group', 'broadcast') AND archived_at IS NULL
          AND \(Thread.isUnread(by: reader))
          \(isOut(.unreadThread, "threads.id", now))
        """
    }
}
