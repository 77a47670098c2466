import Domain

/// Messages as a person reads them.
struct MessageScreen: Sendable {
    private let names: [String: String]
    private let practice: PracticeWork
    private let desk: ClientDesk

    init(_ company: String, _ desk: ClientDesk) async throws {
        self.desk = desk
        names = try await desk.client.names(of: company)
        practice = try await desk.practiceWork(of: company)
    }

    func author(of message: JSONValue) -> String {
        let kind = message.text("author_kind")
        let name = names[message.text("author_id")] ?? (kind == AuthorKind.user.rawValue ? "You" : kind)
        return name + practice.mark(message)
    }

    /// Prints messages in the form that was asked for: as they are read, or as rows.
    ///
    /// - Throws: ``CommandFailure`` for a field that was asked for and that there is not.
    func show(_ page: APIClient.Page, empty: String) throws {
        guard desk.form == .table, desk.fields == nil else {
            return try desk.show(
                page,
                [
                    .init("WHO") { author(of: $0) }, .member("MESSAGE", "content"), .member("ID", "id", .id),
                    .init("REPLACED") { Self.isReplaced($0) ? "replaced" : "" },
                ], empty: empty)
        }
        if page.items.isEmpty { desk.console.note(empty) }
        lines(page.items).forEach(desk.console.result)
        desk.remark(on: page)
    }

    /// Whether another message has taken its place.
    private static func isReplaced(_ message: JSONValue) -> Bool { message["superseded_at"]?.serverNumber != nil }

    /// Who wrote a message, the end of its id to name it by, and whether it counts no more.
    private func head(_ message: JSONValue) -> String {
        let replaced = Self.isReplaced(message) ? desk.paint("  replaced", .yellow) : ""
        return desk.paint(author(of: message), .bold) + desk.paint("  " + ShortID.of(message.text("id")), .dim) + replaced
    }

    /// The beginning of a message that another one answers.
    private func quote(_ message: JSONValue) -> String {
        let words = SafeText.block(message["content"]?.string ?? "").split { $0.isWhitespace }.joined(separator: " ")
        let beginning = String(words.prefix(60))
        return "> \(author(of: message)): \(beginning)\(beginning.count < words.count ? "…" : "")"
    }

    func lines(_ messages: [JSONValue]) -> [String] {
        let known = Dictionary(messages.map { ($0.text("id"), $0) }) { first, _ in first }
        return zip(messages, [nil] + messages.map { Optional($0.text("id")) }).flatMap { message, previous in
            let text = SafeText.block(message["content"]?.string ?? "")
            let files = (message["attachments"]?.array ?? []).map { file in
                "[\(file.text("name")), \(Quantity.bytes(file.int("size_bytes"))), \(ShortID.of(file.text("file_id")))]"
            }
            let words = text.isEmpty ? [] : WordWrap.lines(text, width: desk.width)
            let answered = message["parent_id"]?.string.flatMap { $0 == previous ? nil : known[$0] }.map(quote).map { [$0] } ?? []
            return [head(message)] + answered + words + files + [""]
        }
    }
}

extension APIClient {
    /// The messages of a conversation from the first on that a person has not read; nothing when all is read.
    func unread(in thread: String, of company: String) async throws -> [JSONValue] {
        let path = APIPath.company(company, "threads", thread)
        let row = try await get(path)
        guard row.int("unread") > 0 else { return [] }
        let items =
            if let mark = row["read_up_to"]?.string {
                try await messages(behind: mark, in: thread, of: company)
            } else {
                try await messages(of: thread, in: company, limit: .max).items
            }
        return Array(items.drop { $0.text("author_kind") == AuthorKind.user.rawValue })
    }

    /// The latest messages of a conversation, or those before one, the oldest of them first.
    func messages(
        of thread: String, in company: String, before: String? = nil, superseded: Bool = false, limit: Int
    ) async throws -> Page {
        var items: [JSONValue] = []
        var place = before
        while true {
            let size = min(Self.pageSize, limit - items.count)
            let path = APIPath.company(company, "threads", thread, "messages").asking("limit", "\(size)").asking("before", place)
                .asking("superseded", superseded ? "true" : nil)
            let page = try await get(path)
            let found = page["items"]?.array ?? []
            items = found + items
            place = page["previous"]?.string
            if place == nil || found.isEmpty || items.count >= limit {
                return Page(items: items, rest: place == nil ? .none : .some)
            }
        }
    }
}
