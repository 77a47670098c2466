import Domain
import HTTPTypes
import Store

/// What waits for the person who asks.
enum InboxRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/inbox",
            "List what waits for you, each with the one thing to do about it, or what you put away",
            query: [
                .word("kind", of: InboxKind.self), .word("standing", of: InboxStanding.self), .text("after"), .limit,
            ],
            answer: .json(.list(shape))
        ) { call in try await list(call) },
        Route(
            .get, "/api/companies/{company}/inbox/counts", "Count what waits for you",
            answer: .json(.one(Inbox.Counts.self, with: ["total": .number]))
        ) { call in
            try await call.store.read { transaction in
                let counts = try Inbox(of: call.company(in: transaction).id, for: call.server.owner).counts(in: transaction)
                return .json(try ResponseJSON.value(of: counts, adding: ["total": .integer(Int64(counts.total))]))
            }
        },
    ]

    static let shape = AnswerShape.one(
        InboxItem.self,
        with: [
            "age_seconds": .number, "until": .optional(.number), "employee": .optional(.text),
            "action": .members(["verb": .text, "method": .text, "path": .text]),
        ])

    private static func list(_ call: Call) async throws -> Reply {
        let limit = try call.limit()
        let kind = try call.word("kind", as: InboxKind.self)
        let standing = try call.word("standing", as: InboxStanding.self) ?? .waiting
        guard standing == .waiting else { return try await listAway(call, kind, isDone: standing == .done, limit) }
        let place = try call.place(InboxPlace.init)
        let now = call.server.time.now()
        return try await call.store.read { transaction in
            let company = try call.company(in: transaction).id
            let items = try Inbox(of: company, for: call.server.owner).items(
                kind, after: place, limit: limit, in: transaction)
            let next = items.count == limit ? items.last.map { InboxPlace($0).text } : nil
            let values = try values(of: items, in: company, at: now, transaction)
            return .json(["items": .array(values), "next": next.map { .string($0) } ?? .null])
        }
    }

    private static func listAway(_ call: Call, _ kind: InboxKind?, isDone: Bool, _ limit: Int) async throws -> Reply {
        let place = try call.place { Int($0) }
        let now = call.server.time.now()
        return try await call.store.read { transaction in
            let company = try call.company(in: transaction).id
            let (found, next) = try Inbox(of: company, for: call.server.owner).away(
                isDone: isDone, kind, after: place, limit: limit, in: transaction)
            let values = try values(of: found.map(\.item), until: found.map(\.until), in: company, at: now, transaction)
            return .json(["items": .array(values), "next": next.map { .string("\($0)") } ?? .null])
        }
    }

    /// Items with who they are about, how long they wait, and what to do about them.
    ///
    /// - Parameter until: When each is back that was put away.
    static func values(
        of items: [InboxItem], until moments: [Timestamp?] = [], in company: Company.ID, at now: Timestamp,
        _ transaction: any Transaction
    ) throws -> [JSONValue] {
        let names = try Employee.names(of: Set(items.compactMap { $0.employeeID?.rawValue }), in: transaction)
        return try items.enumerated().map { place, item in
            let until = moments.indices.contains(place) ? moments[place] : nil
            let age = max(0, (now - item.since).wholeMilliseconds / 1000)
            return try ResponseJSON.value(
                of: item,
                adding: [
                    "age_seconds": .integer(age), "until": until.map { .integer($0.milliseconds) } ?? .null,
                    "employee": item.employeeID.flatMap { names[$0.rawValue] }.map { .string($0) } ?? .null,
                    "action": action(for: item, of: company),
                ])
        }
    }

    /// The request that takes the item out of the inbox, or shows what it is about.
    private static func action(for item: InboxItem, of company: Company.ID) -> JSONValue {
        let base = "/api/companies/\(company)"
        let (method, path) =
            switch item.kind {
            case .question: ("PUT", "\(base)/questions/\(item.id)/answer")
            case .review: ("POST", "\(base)/tickets/\(item.ticketID?.rawValue ?? "")/review")
            case .budget: ("PATCH", "\(base)/budgets/\(item.id)")
            case .blockedTicket: ("DELETE", "\(base)/tickets/\(item.id)/block")
            case .failedWork:
                ("GET", item.threadID.map { "\(base)/threads/\($0)/messages" } ?? "\(base)/runs")
            case .unreadThread: ("PUT", "\(base)/threads/\(item.id)/read")
            }
        return ["verb": .string(item.action.rawValue), "method": .string(method), "path": .string(path)]
    }
}
