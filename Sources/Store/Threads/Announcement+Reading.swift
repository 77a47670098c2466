package import Domain

/// Something that a person has told everybody.
package struct Announcement: Sendable {
    package let message: Message
    /// What the thread is called.
    package let subject: String

    /// The most that is told at once, the latest.
    private static let most = 10

    /// What was announced to an employee since the last turn of theirs that came to its end, the oldest first; and the one that
    /// the work is about.
    package static func unread(for work: WakeupRequest, in transaction: any Transaction) throws -> [Announcement] {
        let last = try transaction.select(
            Run.self,
            """
            WHERE employee_id = \(work.agentID) AND status = \(RunStatus.success) AND NOT EXISTS (
              SELECT 1 FROM agent_wakeup_requests w WHERE w.id = runs.wakeup_id AND w.cause = \(WakeupCause.digest))
            ORDER BY started_at DESC, id DESC LIMIT 1
            """
        ).first
        let found = try transaction.rows(
            """
            SELECT m.id, t.subject FROM threads t JOIN messages m ON m.thread_id = t.id
            WHERE t.company_id = \(work.companyID) AND t.kind = \(ThreadKind.broadcast) AND t.archived_at IS NULL
              AND m.superseded_at IS NULL AND m.author_kind = \(AuthorKind.user)
              AND (m.created_at, m.id) > (\(last?.startedAt.milliseconds ?? -1), \(last?.id.rawValue ?? ""))
              AND EXISTS (SELECT 1 FROM thread_members e WHERE e.thread_id = t.id AND e.member_id = \(work.agentID)
                AND e.member_kind = \(MemberKind.employee))
            ORDER BY m.created_at DESC, m.id DESC LIMIT \(most)
            """
        ) { row in (try Message.ID(column: row.value(at: 0)), try String?(column: row.value(at: 1))) }
        let unread = try found.reversed().compactMap { id, subject in
            try transaction.find(Message.self, id).map { Announcement(message: $0, subject: subject ?? "Announcements") }
        }
        guard let subject = try subject(of: work, in: transaction),
            !unread.contains(where: { $0.message.id == subject.message.id })
        else { return unread }
        return [subject] + unread
    }

    /// What the work is about, if that was announced.
    private static func subject(of work: WakeupRequest, in transaction: any Transaction) throws -> Announcement? {
        guard work.cause == .mention, let trigger = work.triggerID,
            let message = try transaction.find(Message.self, Message.ID(trigger)),
            let thread = try transaction.find(Thread.self, message.threadID), thread.kind == .broadcast
        else { return nil }
        return Announcement(message: message, subject: thread.subject ?? "Announcements")
    }
}
