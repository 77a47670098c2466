import Domain

/// The work of one company that is due, in the order in which it is taken.
struct CompanyQueue {
    let company: Company.ID
    private var lines: [WorkLine]

    /// - Parameters:
    ///   - isInMeeting: Whether only the meeting's own work may begin.
    ///   - unavailable: Employees who are at work already, or are held alone.
    ///   - page: How much is read at a time.
    init(
        of company: Company.ID, isInMeeting: Bool, without unavailable: [Employee.ID], page: Int, in transaction: any Transaction
    ) throws {
        var condition: SQL = "AND agent_id NOT IN \(list: unavailable)"
        if isInMeeting { condition = condition + "AND cause IN \(list: [WakeupCause.meetingTurn, .interjection])" }
        self.company = company
        lines = try Self.preferences(in: company, transaction).map {
            WorkLine(company: company, preference: $0, condition: condition, page: page)
        }
    }

    /// The providers that the waiting work's employees want; each step of the query is one look into the index, however much
    /// work waits.
    private static func preferences(in company: Company.ID, _ transaction: any Transaction) throws -> [String] {
        try transaction.values(
            """
            WITH RECURSIVE line (pref) AS (
              SELECT min(provider_pref) FROM agent_wakeup_requests
              WHERE company_id = \(company) AND status = \(WakeupStatus.pending)
              UNION ALL
              SELECT (SELECT min(provider_pref) FROM agent_wakeup_requests
                      WHERE company_id = \(company) AND status = \(WakeupStatus.pending) AND provider_pref > line.pref)
              FROM line WHERE line.pref IS NOT NULL
            )
            SELECT pref FROM line WHERE pref IS NOT NULL
            """)
    }

    /// The most urgent work that may begin.
    ///
    /// - Parameters:
    ///   - busy: The employees, threads and tickets for which something is going on.
    ///   - decide: Whether the provider of the work has room; when it has none, nothing of the work's line is looked at again.
    mutating func next(
        busy: Set<String>, decide: (WakeupRequest) throws -> WakeupRequest.Decision, in transaction: any Transaction
    ) throws -> WakeupRequest? {
        while true {
            var first: (line: Int, work: WakeupRequest)?
            for line in lines.indices {
                guard let work = try lines[line].first(busy: busy, in: transaction) else { continue }
                if first.map({ work.goesBefore($0.work) }) ?? true { first = (line, work) }
            }
            guard let (line, found) = first else { return nil }
            switch try decide(found) {
            case .begin(let provider):
                lines[line].removeFirst()
                var work = found
                work.providerID = provider
                return work
            case .pass:
                lines.remove(at: line)
            }
        }
    }
}

/// The company's work whose employees want the same provider, read page by page.
private struct WorkLine {
    private let company: Company.ID
    private let preference: String
    private let condition: SQL
    private let page: Int
    private var waiting: [WakeupRequest] = []
    private var last: WakeupRequest?
    private var isExhausted = false

    init(company: Company.ID, preference: String, condition: SQL, page: Int) {
        self.company = company
        self.preference = preference
        self.condition = condition
        self.page = page
    }

    /// The first piece of work with which nothing is going on.
    mutating func first(busy: Set<String>, in transaction: any Transaction) throws -> WakeupRequest? {
        while true {
            if let place = waiting.firstIndex(where: { busy.isDisjoint(with: $0.subjects) }) {
                waiting.removeFirst(place)
                return waiting.first
            }
            waiting = []
            guard !isExhausted else { return nil }
            try fill(in: transaction)
        }
    }

    mutating func removeFirst() { if !waiting.isEmpty { waiting.removeFirst() } }

    private mutating func fill(in transaction: any Transaction) throws {
        var sql: SQL = """
            WHERE company_id = \(company) AND provider_pref = \(preference) AND status = \(WakeupStatus.pending)
              AND scheduled_for <= \(transaction.now) AND coalesce(next_retry_at, 0) <= \(transaction.now)
            """
        if let last {
            // Written so that the index is entered where the last page ended.
            sql =
                sql + "AND priority * 60000 - scheduled_for <= \(last.urgency)"
                + "AND (priority * 60000 - scheduled_for < \(last.urgency) OR id > \(last.id))"
        }
        waiting = try transaction.select(
            WakeupRequest.self, sql + condition + "ORDER BY priority * 60000 - scheduled_for DESC, id LIMIT \(page)")
        isExhausted = waiting.count < page
        last = waiting.last
    }
}

extension WakeupRequest {
    /// Priority in minutes less the moment it was due: work grows more urgent by one step of priority a minute, so its place
    /// among other work never changes.
    var urgency: Int64 { Int64(priority) * 60_000 &- scheduledFor.milliseconds }

    fileprivate func goesBefore(_ other: WakeupRequest) -> Bool {
        urgency == other.urgency ? id < other.id : urgency > other.urgency
    }
}
