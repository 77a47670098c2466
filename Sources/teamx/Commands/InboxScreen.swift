import Domain

/// One thing that waits for a person, as a terminal shows it.
struct InboxRow: Sendable {
    let what: String
    let from: String
    let age: String
    /// What to type about it.
    let next: String
    let words: String

    init(what: String, from: String, age: String, next: String, words: String) {
        self.what = what
        self.from = from
        self.age = age
        self.next = next
        self.words = words
    }

    /// - Parameter item: An item of the inbox as the server shows it.
    init(_ item: JSONValue) {
        let isThread = item["kind"]?.string == InboxKind.unreadThread.rawValue
        let latest = isThread ? item["detail"]?.plain : nil
        self.init(
            what: InboxWords.name(of: item), from: item.text("employee"), age: InboxWords.age(of: item),
            next: InboxWords.next(item), words: latest.map { "\(item.text("title")): \($0)" } ?? item.text("title"))
    }
}

/// What waits for a person: what it is and what to type in one line, the words below.
struct InboxScreen: Sendable {
    let desk: ClientDesk

    /// How many lines of a thing's words are shown.
    private static let mostLines = 2

    func lines(_ rows: [InboxRow]) -> [String] {
        let table = Table(
            columns: [.init("WHAT", .whole), .init("FROM"), .init("AGE", .number), .init("NEXT", .whole)],
            rows: rows.map { row in [row.what, row.from, row.age, row.next].map { SafeText.line($0) } })
        let lines = table.lines(width: desk.width, paint: desk.console.terminal.outputPaint)
        return Array(lines.prefix(1)) + zip(lines.dropFirst(), rows).flatMap { line, row in [line] + words(of: row) }
    }

    private func words(of row: InboxRow) -> [String] {
        let lines = WordWrap.lines(SafeText.line(row.words), width: desk.width, indent: "  ", hanging: "  ")
        guard lines.count > Self.mostLines, let width = desk.width else { return lines }
        let last = lines[(Self.mostLines - 1)...].map { $0.drop { $0 == " " } }.joined(separator: " ")
        return lines.prefix(Self.mostLines - 1) + [Elision.tail("  " + last, to: width)]
    }
}

/// The words for what waits for a person.
enum InboxWords {
    static func name(of item: JSONValue) -> String {
        let number = item["ticket_number"]?.serverNumber.map { " #\($0)" } ?? ""
        switch item["kind"]?.string.flatMap(InboxKind.init(rawValue:)) {
        case .question: return "question" + number
        case .review: return "review" + number
        case .budget: return "budget"
        case .blockedTicket: return "blocked" + number
        case .failedWork: return "failed"
        case .unreadThread: return "\(item.int("unread")) unread"
        case nil: return item.text("kind")
        }
    }

    static func next(_ item: JSONValue) -> String {
        let id = ShortID.of(item.text("id"))
        switch item["kind"]?.string.flatMap(InboxKind.init(rawValue:)) {
        case .question: return "question answer \(id)"
        case .review: return "ticket accept \(item.int("ticket_number"))"
        case .budget: return "budget set DOLLARS --budget \(id)"
        case .blockedTicket: return "ticket unblock \(item.int("ticket_number"))"
        case .failedWork:
            return (item["thread_id"]?.string.map { "thread show \(ShortID.of($0))" } ?? "run list") + ", inbox --done \(id)"
        case .unreadThread: return "thread read \(id)"
        case nil: return ""
        }
    }

    static func age(of item: JSONValue) -> String {
        let seconds = item.int("age_seconds")
        switch seconds {
        case ..<60: return "now"
        case ..<3600: return "\(seconds / 60) min"
        case ..<86_400: return "\(seconds / 3600) h"
        default: return "\(seconds / 86_400) d"
        }
    }
}

/// Action items of meetings that wait to be tickets.
struct OpenActionItems: Sendable {
    /// The meetings that have some, the newest first, with how many.
    private let meetings: [Entry]

    private struct Entry: Sendable {
        let id: String
        let agenda: String
        let count: Int
    }

    var count: Int { meetings.reduce(0) { $0 + $1.count } }

    /// How many of the latest meetings are looked at.
    private static let looked = 50

    init(in company: String, _ client: APIClient) async throws {
        meetings = try await client.list(.company(company, "meetings"), limit: Self.looked).items.compactMap { meeting in
            guard meeting["status"]?.string == MeetingStatus.ended.rawValue else { return nil }
            let open = (meeting["action_items"]?.array ?? []).filter(ActionItem.isOpen).count
            let agenda = Meeting.subject(of: meeting["agenda"]?.string ?? "")
            return open == 0 ? nil : Entry(id: meeting.text("id"), agenda: SafeText.line(agenda), count: open)
        }
    }

    var rows: [InboxRow] {
        meetings.map { meeting in
            InboxRow(
                what: "\(meeting.count) to confirm", from: "a meeting", age: "",
                next: "meeting confirm \(ShortID.of(meeting.id))",
                words: "\(Quantity.of(meeting.count, "action item")): \(meeting.agenda)")
        }
    }
}
