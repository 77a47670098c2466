import Domain

/// A meeting in words for a terminal.
struct MeetingText: Sendable {
    let names: [String: String]
    let desk: ClientDesk
    /// The numbers of tickets that were made of action items, by their ids.
    var tickets: [String: Int] = [:]

    init(names: [String: String], desk: ClientDesk) {
        self.names = names
        self.desk = desk
    }

    /// Learns whatever is needed to put a meeting into words.
    init(of meeting: JSONValue, in company: String, _ desk: ClientDesk) async throws {
        self.init(names: try await desk.client.names(of: company), desk: desk)
        try await learnTickets(of: meeting, in: company)
    }

    /// Learns the numbers of the tickets that were made of a meeting's action items.
    mutating func learnTickets(of meeting: JSONValue, in company: String) async throws {
        for item in meeting["action_items"]?.array ?? [] {
            guard let id = item["ticketId"]?.string, tickets[id] == nil else { continue }
            tickets[id] = try await desk.client.get(.company(company, "tickets", id)).int("number")
        }
    }

    func head(_ meeting: JSONValue) -> [String] {
        let limits = meeting["limits"] ?? .null
        let used =
            "\(meeting.int("turns_used")) of \(limits.int("turns")) turns, \(Quantity.dollars(meeting.money("cost_usd"))) of "
            + Quantity.dollars(limits.money("cost_usd"))
        return [
            desk.paint(SafeText.line(Meeting.subject(of: meeting["agenda"]?.string ?? "")), .bold),
            "\(meeting.text("mode")), \(meeting.text("status")), \(meeting.text("phase")); chair: \(name(meeting.text("chair_id"))); \(used)",
            "",
        ]
    }

    /// Everything that was said.
    func transcript(_ meeting: JSONValue) -> [String] {
        (meeting["messages"]?.array ?? []).flatMap { lines(of: $0, in: meeting) }
    }

    /// One message with who said it, and why where that is worth a word.
    func lines(of message: JSONValue, in meeting: JSONValue) -> [String] {
        let width = desk.width
        let text = SafeText.block(message["content"]?.string ?? "")
        guard message.text("author_kind") != AuthorKind.system.rawValue else {
            return WordWrap.lines("* " + text, width: width).map { desk.paint($0, .dim) } + [""]
        }
        let turn = (meeting["turns"]?.array ?? []).first { $0["message_id"]?.string == message["id"]?.string }
        let remark = turn.flatMap(Self.remark).map { desk.paint("  " + $0, .dim) } ?? ""
        let author = message.text("author_id")
        return [desk.paint(name(author), style(author)) + remark]
            + WordWrap.lines(text, width: width, indent: "  ", hanging: "  ") + [""]
    }

    /// What came of it.
    func outcome(_ meeting: JSONValue) -> [String] {
        var lines: [String] = []
        let decisions = meeting["decisions"]?.array ?? []
        if !decisions.isEmpty { lines += section("DECISIONS", decisions.map { "✓ \($0.text("text"))" }) }
        let positions = (meeting["positions"]?.array ?? []).map { row in
            let stance = row.text("stance")
            let word = stance == MeetingStance.disagree.rawValue ? desk.paint("disagrees", .yellow) : stance + "s"
            return "\(name(row.text("employee_id"))) \(word): \(row.text("reason"))"
        }
        if !positions.isEmpty { lines += section("POSITIONS", positions) }
        let items = (meeting["action_items"]?.array ?? []).enumerated().map { index, item in
            let due = item["dueAt"]?.serverNumber.map { ", due \(Timestamp(milliseconds: Int64($0)).dayText)" } ?? ""
            let isDeclined = item["declinedAt"]?.serverNumber != nil
            let ticket =
                isDeclined
                ? "  (declined)"
                : item["ticketId"]?.string.map { id in "  (\(tickets[id].map { "#\($0)" } ?? "a ticket"))" } ?? ""
            return
                "\(index + 1). \(item.text("title")): \(name(item.text("assigneeId")))\(due), \(item.text("priority"))\(ticket)"
        }
        if !items.isEmpty { lines += section("ACTION ITEMS", items) }
        return lines
    }

    func name(_ id: String) -> String { names[id].map { SafeText.line($0) } ?? "You" }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        [desk.paint(title, .dim)]
            + lines.flatMap { WordWrap.lines($0, width: desk.width, indent: "  ", hanging: "    ") } + [""]
    }

    private func style(_ id: String) -> Style {
        names[id] == nil ? .bold : .person(id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF })
    }

    private static func remark(_ turn: JSONValue) -> String? {
        switch MeetingTurnReason(reading: turn.text("reason")) {
        case .opens: "opens"
        case .directs: "leads"
        case .round: "round \(turn.int("round"))"
        case .interjection: "answers"
        case .calledOn: "called on"
        case .position: "position"
        case .closes: "closes"
        case .floor, .leastHeard, .bid, nil: nil
        }
    }
}
