import Domain

/// What pieces of work are about, by the names that people know.
struct WorkSubjects: Sendable {
    private var tickets: [String: String] = [:]
    private var threads: [String: String] = [:]

    static let none = WorkSubjects()

    private init() {}

    /// Learns the names of what these rows are about; nothing is asked where they are about nothing.
    ///
    /// - Parameter keys: The members that may hold the id of a ticket or a thread.
    init(
        of rows: [JSONValue], keys: [String] = ["ticket_id", "thread_id"], in company: String, _ client: APIClient
    ) async throws {
        let ids = Set(rows.flatMap { row in keys.compactMap { row[$0]?.string } })
        guard !ids.isEmpty else { return }
        for ticket in try await client.list(.company(company, "tickets")).items where ids.contains(ticket.text("id")) {
            tickets[ticket.text("id")] = "#\(ticket.int("number"))"
        }
        let isAll = rows.allSatisfy { row in keys.contains { tickets[row.text($0)] != nil } }
        guard !isAll else { return }
        let path = APIPath.company(company, "threads")
        for list in [path, path.asking("archived", "true")] {
            for thread in try await client.list(list, limit: 2000).items where ids.contains(thread.text("id")) {
                threads[thread.text("id")] = Self.name(of: thread)
            }
        }
    }

    /// What a row is about: its ticket's number, or its conversation's name.
    func of(_ row: JSONValue) -> String { tickets[row.text("ticket_id")] ?? threads[row.text("thread_id")] ?? "" }

    /// What an id means; its end where it is not known.
    func name(_ id: String) -> String { tickets[id] ?? threads[id] ?? ShortID.of(id) }

    /// A talk with a person is named by what it is, since whose work it is says with whom.
    private static func name(of thread: JSONValue) -> String {
        let isTalk =
            thread["kind"]?.string == ThreadKind.dm.rawValue
            && thread["members"]?.array?.contains { $0["member_kind"]?.string == MemberKind.user.rawValue } == true
        return isTalk && thread.text("subject").isEmpty ? "your talk" : ThreadName.of(thread)
    }
}
