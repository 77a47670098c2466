import ArgumentParser
import Domain

/// Which conversation a command means.
struct ThreadArgument: ParsableArguments {
    /// What a conversation can be named by.
    static let help = "its name, AUR-7 for a ticket's, an employee, or its id or the last six characters of it"

    @Argument(help: "The conversation: its name, AUR-7 for a ticket's, an employee, or its id or the last six characters of it.")
    var thread: String

    /// - Throws: ``CommandFailure``: status 66 when there is none, 64 when it may be several.
    func find(_ desk: ClientDesk, of company: String) async throws -> JSONValue {
        try await desk.thread(thread, of: company)
    }

    /// Where it is.
    func path(_ desk: ClientDesk, in company: String) async throws -> ThreadPath {
        ThreadPath(company: company, thread: try await find(desk, of: company).text("id"))
    }
}

/// Where a conversation and its messages are.
struct ThreadPath: Sendable {
    let company: String
    let thread: String

    func callAsFunction(_ parts: String...) -> APIPath { .company(company, parts: ["threads", thread] + parts) }

    /// The latest message that is meant.
    ///
    /// - Throws: ``CommandFailure`` when there is none.
    func lastMessage(_ desk: ClientDesk, where isMeant: (JSONValue) -> Bool = { _ in true }) async throws -> String {
        let messages = try await desk.client.get(self("messages").asking("limit", "500"))["items"]?.array ?? []
        guard let message = messages.last(where: isMeant) else {
            throw CommandFailure.notFound("There is no such message in the conversation.")
        }
        return message.text("id")
    }

    /// The id of the message that `text` means: a whole id, or the end or beginning of only one.
    ///
    /// - Throws: ``CommandFailure``.
    func message(_ text: String, _ desk: ClientDesk) async throws -> String {
        if text.count >= ShortID.wholeLength { return text }
        let page = try await desk.client.messages(of: thread, in: company, superseded: true, limit: Self.searched)
        return try ClientDesk.id(text, among: page.items.map { $0.text("id") }, kind: "message of this conversation")
    }

    /// The id of the pinned fact that `text` means.
    ///
    /// - Throws: ``CommandFailure``.
    func fact(_ text: String, _ desk: ClientDesk) async throws -> String {
        if text.count >= ShortID.wholeLength { return text }
        let facts = try await desk.client.get(self("digest"))["pinned_facts"]?.array ?? []
        return try ClientDesk.id(text, among: facts.map { $0.text("id") }, kind: "pinned fact")
    }

    /// How many of the latest messages are looked through.
    private static let searched = 5000
}

extension ClientDesk {
    /// The conversation that `text` means; one with an employee, or a ticket's, is opened where there was none.
    ///
    /// - Throws: ``CommandFailure``: status 66 when there is none, 64 when it may be several.
    func thread(_ text: String, of company: String) async throws -> JSONValue {
        let threads = APIPath.company(company, "threads")
        if text.count == ShortID.wholeLength, !text.contains(" ") {
            do { return try await client.get(.company(company, "threads", text)) } catch let failure as APIFailure {
                guard failure.exitStatus == .notFound else { throw failure }
            }
        }
        if let ticket = TicketWord.name(text) {
            let number = try await client.get(ticketPath(ticket, of: company)).int("number")
            return try await opened(threads, ["kind": "ticket", "ticket_id": .string("\(number)")], company)
        }
        var known: [JSONValue] = []
        for path in [threads, threads.asking("archived", "true")] { known += try await client.list(path, limit: 1000).items }
        if let one = try ThreadLookup(known).find(text) { return one }
        do {
            let employee = try await employee(text, of: company).text("id")
            return try await opened(.company(company, "employees", employee, "thread"), [:], company)
        } catch let failure as CommandFailure where failure.status == .notFound {
            throw CommandFailure.notFound(
                "There is no conversation “\(text)”.", hint: "See what there is with: \(command("thread list"))")
        }
    }

    private func opened(_ path: APIPath, _ body: JSONValue, _ company: String) async throws -> JSONValue {
        try await client.get(.company(company, "threads", try await client.post(path, body).text("id")))
    }
}

/// Finds a conversation among those that are known.
struct ThreadLookup: Sendable {
    private let known: [JSONValue]

    init(_ known: [JSONValue]) { self.known = known }

    /// The conversation of this name, the person's own with an employee, or the one with this id; `nil` when there is none.
    ///
    /// Of several with the same employee the one is meant that did not branch off from another.
    ///
    /// - Throws: ``CommandFailure`` with status 64 when it may be several.
    func find(_ text: String) throws -> JSONValue? {
        let wanted = text.lowercased()
        let own = known.filter(Self.isOwn)
        let ids = ShortID.matches(text, among: known.map { $0.text("id") })
        let steps = [
            known.filter { $0.text("subject").lowercased() == wanted },
            Self.trunk(own.filter { ThreadName.of($0).lowercased() == wanted }),
            Self.trunk(own.filter { ThreadName.of($0).lowercased().split(separator: " ").contains { $0 == wanted } }),
            known.filter { ids.contains($0.text("id")) },
        ]
        guard let found = steps.first(where: { !$0.isEmpty }) else { return nil }
        if found.count == 1 { return found.first }
        let who = found.prefix(8).map { "\(ThreadName.of($0)) (\(ShortID.of($0.text("id"))))" }.joined(separator: ", or ")
        throw CommandFailure.usage("“\(text)” may be \(who).", hint: "Name one by its id.")
    }

    private static func isOwn(_ thread: JSONValue) -> Bool {
        thread["kind"]?.string == ThreadKind.dm.rawValue
            && thread["members"]?.array?.contains { $0["member_kind"]?.string == MemberKind.user.rawValue } == true
    }

    /// Without those that branched off from another, unless all did.
    private static func trunk(_ threads: [JSONValue]) -> [JSONValue] {
        let first = threads.filter { $0["forked_from_thread_id"]?.string == nil }
        return first.isEmpty ? threads : first
    }
}
