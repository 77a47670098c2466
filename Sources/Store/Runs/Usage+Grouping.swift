import Domain
import FoundationEssentials

extension Usage {
    /// By what it is told apart.
    package enum Grouping: String, Vocabulary {
        /// A provider's kind and a model with a slash between them.
        case model
        /// An employee's id.
        case employee
        /// A provider's id, its kind in rows that do not know it.
        case provider
        /// Such as `2026-04-07`.
        case day
        /// The id of the ticket that was worked on.
        case ticket
        /// The id of the project that the ticket belongs to; of several the one that it was put into first.
        case project
        /// The id of the routine that the work was for.
        case routine
        /// A word of ``PrivacyTier``: how far what was said to the model has travelled.
        case tier
    }
}

extension Usage.Grouping {
    /// What runs `r` and their calls are gathered by, for ``reading(in:_:)`` to make keys of.
    ///
    /// - Parameters:
    ///   - provider: The column with the kind of whoever took a call.
    ///   - row: The column with their id.
    ///   - model: The column with the model's name.
    func key(provider: SQL, row: SQL, model: SQL) -> SQL {
        switch self {
        case .model: "\(provider) || '/' || \(model)"
        case .employee: "r.employee_id"
        case .provider: "coalesce(\(row), \(provider))"
        // No clock in the world is set but by quarters of an hour.
        case .day: "CAST(r.started_at / \(Self.quarter) AS TEXT)"
        case .ticket: "coalesce(r.ticket_id, '')"
        case .project:
            "coalesce((SELECT p.project_id FROM project_tickets p WHERE p.ticket_id = r.ticket_id ORDER BY p.rowid LIMIT 1), '')"
        case .routine:
            """
            coalesce(
              (SELECT u.routine_id FROM routine_runs u WHERE u.ticket_id = r.ticket_id ORDER BY u.started_at DESC LIMIT 1),
              (SELECT o.id FROM agent_wakeup_requests w JOIN routines o ON o.id = w.trigger_id
                WHERE w.id = r.wakeup_id AND w.cause = \(WakeupCause.routine)), '')
            """
        case .tier: "coalesce(\(row), '') || '/' || \(model)"
        }
    }

    /// Makes the key of a line of what the database has gathered by.
    func reading(in zone: TimeZone, _ transaction: any Transaction) throws -> (String) -> String {
        switch self {
        case .model, .employee, .provider, .ticket, .project, .routine: return { $0 }
        case .day:
            return { text in
                let moment = Timestamp(milliseconds: (Int64(text) ?? 0) * Self.quarter)
                let day = LocalTime.shown(at: moment, in: zone).day
                return Timestamp(milliseconds: day * 86_400_000).dayText
            }
        case .tier:
            let providers = try transaction.select(Provider.self, "")
            let known = Dictionary(providers.map { ($0.id.rawValue, $0) }) { first, _ in first }
            return { text in
                let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard let id = parts.first, let row = known[id] else { return "" }
                return row.tier(of: parts.last ?? "").rawValue
            }
        }
    }

    private static let quarter: Int64 = 15 * 60_000
}
