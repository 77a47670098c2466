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
                "[\(file.text("name")), \(Quantity.bytes(file.int("size_bytes"))), \(file.text("file_id"))]"
            }
            let words = text.isEmpty ? [] : WordWrap.lines(text, width: desk.width)
            let answered = message["parent_id"]?.string.flatMap { $0 == previous ? nil : known[$0] }.map(quote).map { [$0] } ?? []
            return [desk.paint(author(of: message), .bold)] + answered + words + files + [""]
        }
    }
}

extension APIClient {
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
