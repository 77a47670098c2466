import Domain

/// A ticket with its parts, files and discussion, as a person reads it.
struct TicketDetail {
    let ticket: JSONValue
    /// The employees by id.
    let names: [String: String]
    let practice: PracticeWork
    /// The company's open questions.
    let questions: [JSONValue]
    let desk: ClientDesk

    var lines: [String] {
        let status = ticket.text("status")
        var lines = WordWrap.lines("#\(ticket.int("number")) \(ticket.text("title"))", width: desk.width).map {
            desk.paint($0, .bold)
        }
        lines.append(
            "\(desk.paint(status, .state(status))), \(ticket.text("priority")), \(names[ticket.text("assignee_id")] ?? "nobody")")
        if let reason = ticket["blocked_reason"]?.string {
            lines += WordWrap.lines("blocked: \(SafeText.line(reason))", width: desk.width)
        }
        lines += waiting(status)
        if let text = ticket["description"]?.string, !text.isEmpty {
            lines += [""] + WordWrap.lines(SafeText.block(text), width: desk.width)
        }
        lines += section("Parts", "children") { parts in
            desk.rows(
                parts, [.init("", .number) { "#\($0.int("number"))" }, .member("", "status", .state), .member("", "title")])
        }
        lines += section("Files", "files") { files in
            desk.rows(
                files,
                [
                    .init("") { file in file.text("original_name") + practice.mark(file) },
                    .init("", .number) { Quantity.bytes($0.int("size_bytes")) }, .member("", "id", .id),
                ])
        }
        lines += section("Discussion", "messages") { messages in
            messages.flatMap { message in
                WordWrap.lines(
                    "\(author(of: message))\(practice.mark(message)): \(SafeText.block(message["content"]?.string ?? ""))",
                    width: desk.width, indent: "  ", hanging: "    ")
            }
        }
        return lines
    }

    /// The questions that it waits for, or how a blocked one goes on.
    private func waiting(_ status: String) -> [String] {
        let options = desk.client.location.options
        let asked = questions.filter { $0["ticket_id"] == ticket["id"] }
        let label = "#\(ticket.int("number"))"
        if asked.isEmpty, status == TicketStatus.blocked.rawValue {
            return [
                BlockedTicket.advice(
                    label: label, question: nil, reason: ticket["blocked_reason"]?.string, options: options)
            ]
        }
        return asked.flatMap { question in
            let sentence = "\(names[question.text("employee_id")] ?? "An employee") asks: \(question.text("prompt"))"
            return WordWrap.lines(sentence, width: desk.width).map { desk.paint($0, .yellow) }
                + [BlockedTicket.advice(label: label, question: question.text("id"), options: options)]
        }
    }

    private func section(_ title: String, _ key: String, _ body: ([JSONValue]) -> [String]) -> [String] {
        let items = ticket[key]?.array ?? []
        return items.isEmpty ? [] : ["", desk.paint(title, .bold)] + body(items)
    }

    private func author(of message: JSONValue) -> String {
        let kind = message.text("author_kind")
        return names[message.text("author_id")] ?? (kind == AuthorKind.user.rawValue ? "You" : kind)
    }
}
