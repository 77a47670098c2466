import Domain

extension APIClient {
    /// The beginning of a list, or all of it.
    struct Page: Sendable {
        var items: [JSONValue]
        var rest: Rest
    }

    /// What is known of the items that are not there.
    enum Rest: Sendable {
        case none
        /// There are more than were asked for.
        case some
        /// The server gave as many as it gives at once, and no way to go on.
        case unknown
    }

    /// The most that the server gives at once.
    static let pageSize = 500

    /// The first `limit` items of a list, page after page, or all of them.
    func list(_ path: APIPath, limit: Int? = nil) async throws -> Page {
        var items: [JSONValue] = []
        var cursor: String?
        while true {
            // One more than wanted tells whether there are more.
            let wanted = limit.map { $0 - items.count } ?? Self.pageSize
            let size = wanted < Self.pageSize ? max(0, wanted) + 1 : Self.pageSize
            let page = try await get(path.asking("limit", "\(size)").asking("after", cursor))
            let found = page["items"]?.array ?? page.array ?? []
            items += found
            if let limit, items.count > limit { return Page(items: Array(items.prefix(limit)), rest: .some) }
            cursor = Self.cursor(page["next"])
            guard cursor != nil, !found.isEmpty else {
                return Page(items: items, rest: found.count == Self.pageSize ? .unknown : .none)
            }
        }
    }

    /// The number of a company's last event.
    ///
    /// What is followed from behind it is what comes of whatever is done next.
    func lastEvent(of company: String) async throws -> Int {
        max(0, try await get(.company(company))["counts"]?.int("events") ?? 0)
    }

    /// All who work in the company, and those who once did.
    func everybody(in company: String) async throws -> [JSONValue] {
        try await list(APIPath.company(company, "employees").asking("departed", "true")).items
    }

    /// The names of all who work in the company or once did, by id.
    func names(of company: String) async throws -> [String: String] {
        let employees = try await everybody(in: company)
        return Dictionary(employees.map { ($0.text("id"), $0.text("name")) }) { first, _ in first }
    }

    /// A cursor is text or a number, and means something to the server only.
    private static func cursor(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text.isEmpty ? nil : text
        case .integer(let number): "\(number)"
        default: nil
        }
    }
}
