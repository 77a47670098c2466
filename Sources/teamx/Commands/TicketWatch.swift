import Domain

/// Follows a ticket until it is done or needs a person.
struct TicketWatch {
    let ticket: String
    let label: String
    let company: String

    /// - Throws: ``CommandFailure`` with status 2 when the ticket is blocked.
    func follow(_ desk: ClientDesk, after seq: Int) async throws {
        let began = ContinuousClock.now
        var blocked: String?
        try await desk.client.follow(company, after: seq) { item in
            switch item {
            case .event(let event) where event.text("ticket_id") == ticket:
                switch event.type {
                case "ticket.closed": return .stop
                case "ticket.blocked":
                    blocked = event.text("reason") ?? ""
                    return .stop
                default: desk.console.showStatus("\(label)  \(event.type)")
                }
            case .token(let piece) where piece.ticketID == ticket:
                desk.console.showStatus("\(label)  \(SafeText.line(piece.text))")
            default: break
            }
            return .on
        }
        desk.console.eraseStatus()
        if let blocked { throw CommandFailure(.endedBadly, code: "blocked", "\(label) is blocked: \(SafeText.line(blocked))") }
        let detail = try await desk.client.get(.company(company, "tickets", ticket))
        let files = (detail["files"]?.array ?? []).map { $0.text("original_name") }.joined(separator: ", ")
        let time = Quantity.duration(milliseconds: (ContinuousClock.now - began).wholeMilliseconds)
        if desk.form == .table || desk.form == .tsv {
            desk.console.result("\(label) done in \(time).\(files.isEmpty ? "" : " Files: \(files).")")
        }
    }
}
