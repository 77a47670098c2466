import Domain

extension APIClient {
    /// Whether nothing new is started in the company.
    func isPaused(_ company: String) async throws -> Bool {
        try await get(.company(company)).text("status") == CompanyStatus.paused.rawValue
    }

    /// How much waits or goes on in the company.
    func queued(in company: String) async throws -> Int {
        try await get(.company(company, "queue"))["items"]?.array?.count ?? 0
    }

    /// Whether work on one thing waits, goes on, or was queued a moment ago.
    ///
    /// - Parameters:
    ///   - key: What the thing is: `ticket_id` or `thread_id`.
    ///   - seq: The number of the last event before the moment.
    func isWorkedOn(_ key: String, _ id: String, of company: String, since seq: Int) async throws -> Bool {
        let queue = try await list(.company(company, "queue")).items
        if queue.contains(where: { $0[key]?.string == id }) { return true }
        let path = APIPath.company(company, "events").asking("after", "\(seq)")
        let events = try await list(path).items.compactMap(EventRecord.init)
        return events.contains { $0.type == "work.queued" && $0.text(key) == id }
    }
}
