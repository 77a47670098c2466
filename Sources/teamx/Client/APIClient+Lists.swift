import Domain

extension APIClient {
    /// What a list holds, up to a number of items.
    struct Page: Sendable {
        var items: [JSONValue]
        /// Whether there are more than were asked for.
        var hasMore: Bool
    }

    /// The first `limit` items of a list, page after page.
    func list(_ path: APIPath, limit: Int = 500) async throws -> Page {
        var items: [JSONValue] = []
        var cursor: String?
        while true {
            let size = min(500, limit - items.count)
            guard size > 0 else { return Page(items: items, hasMore: true) }
            let page = try await get(path.asking("limit", "\(size)").asking("after", cursor))
            let found = page["items"]?.array ?? page.array ?? []
            items += found
            cursor = Self.cursor(page["next"])
            guard cursor != nil, !found.isEmpty else { return Page(items: items, hasMore: false) }
        }
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
