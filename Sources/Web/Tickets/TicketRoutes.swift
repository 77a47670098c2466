import Domain
import Engine
import HTTPTypes
import Store

/// Filing tickets, following them, deciding about them.
enum TicketRoutes {
    private static let one = "/api/companies/{company}/tickets/{ticket}"

    static let all = [
        Route(
            .get, "/api/companies/{company}/tickets", "List tickets, by number unless another order is asked for",
            query: [
                .word("status", of: TicketStatus.self), .text("assignee_id"), .text("goal_id"),
                .word("priority", of: Priority.self), .flag("review"), .text("q"), .word("sort", of: TicketOrder.self),
                .text("after"), .limit,
            ],
            answer: .json(
                .list(.one(Ticket.self, with: ["key": .optional(.text), "review": .optional(.one(TicketReview.self))])))
        ) { call in
            let limit = try call.limit()
            let place = try call.place(Ticket.Place.init)
            let filter = Ticket.Filter(
                status: try call.word("status", as: TicketStatus.self),
                assignee: call.query("assignee_id").map { Employee.ID($0) }, goal: call.query("goal_id").map { Goal.ID($0) },
                priority: try call.word("priority", as: Priority.self), inReview: try call.flag("review"), words: call.query("q"),
                order: try call.word("sort", as: TicketOrder.self) ?? .number)
            return try await call.store.read { transaction in
                let company = try call.company(in: transaction)
                let tickets = try Ticket.list(of: company.id, filter, after: place, limit: limit, in: transaction)
                let reviews = try TicketReview.pending(of: tickets.map(\.id), in: transaction)
                let items = try tickets.map { ticket in
                    let review = reviews[ticket.id].map { whole in
                        var review = whole
                        review.result = whole.result.cut(to: 200)
                        return review
                    }
                    return try ResponseJSON.value(
                        of: ticket,
                        adding: [
                            "key": company.key(ticket.number).map { .string($0) } ?? .null,
                            "review": try review.map { try ResponseJSON.value(of: $0) } ?? .null,
                        ])
                }
                let last = tickets.count == limit ? tickets.last : nil
                let next = last.map { ticket -> JSONValue in
                    // A list by number goes on behind a number, as it always has.
                    filter.order == .number
                        ? .integer(Int64(ticket.number ?? 0)) : .string(Ticket.Place(ticket, in: filter.order).text)
                }
                return .json(["items": .array(items), "next": next ?? .null])
            }
        },
        Route(
            .post, "/api/companies/{company}/tickets", "File a ticket", body: .json(Create.self), answer: .object(Ticket.self),
            creates: true
        ) {
            call in
            let body = try await call.body(Create.self)
            return try await call.create { try Ticket.file(body.draft($1), in: $0, by: call.author, $2) }
        },
        Route(
            .get, one, "Show a ticket with its parts, what it waits for and holds, files and discussion",
            answer: .object(Ticket.self, with: shape)
        ) { call in
            try await call.store.read { transaction in
                let (company, ticket) = (try call.company(in: transaction), try call.ticket(in: transaction))
                let messages = try ticket.threadID.map { try Message.latest(of: $0, limit: 100, in: transaction) } ?? []
                let review = try TicketReview.pending(on: ticket.id, in: transaction)
                return .json(
                    try ResponseJSON.value(
                        of: ticket,
                        adding: [
                            "parent": try ticket.parentTicketID.flatMap { try transaction.find(Ticket.self, $0) }
                                .map { try ResponseJSON.value(of: $0) } ?? .null,
                            "children": try ResponseJSON.array(ticket.children(in: transaction)),
                            "waits_for": try ResponseJSON.array(ticket.allDependencies(in: transaction)),
                            "holds": try ResponseJSON.array(ticket.dependents(in: transaction)),
                            "files": .array(try ticket.files(in: transaction).map { try FileRoutes.value(of: $0) }),
                            "messages": .array(try MessageRoutes.values(of: messages, transaction)),
                            "review": try review.map { try ResponseJSON.value(of: $0) } ?? .null,
                            "key": company.key(ticket.number).map { .string($0) } ?? .null,
                        ]))
            }
        },
        Route(
            .get, "/api/tickets/{ticket}", "Find a ticket of whichever company by its key or id",
            answer: .object(
                Ticket.self,
                with: ["key": .optional(.text), "company": .members(["id": .text, "slug": .text, "name": .text])])
        ) { call in
            try await call.store.read { transaction in
                guard let ticket = try Ticket.known(as: call.path("ticket"), in: transaction),
                    let company = try transaction.find(Company.self, ticket.companyID)
                else { throw RuleViolation.notFound("ticket") }
                return .json(
                    try ResponseJSON.value(
                        of: ticket,
                        adding: [
                            "key": company.key(ticket.number).map { .string($0) } ?? .null,
                            "company": [
                                "id": .string(company.id.rawValue), "slug": .string(company.slug),
                                "name": .string(company.name),
                            ],
                        ]))
            }
        },
        Route(
            .get, one + "/suggestions", "Suggest who might do a ticket best, with the reasons",
            answer: .json(.list(.one(AssigneeSuggestion.self)))
        ) { call in
            let roles = call.server.roles
            return try await call.store.read { transaction in
                let found = try AssigneeSuggestion.of(call.ticket(in: transaction), roles: roles, in: transaction)
                return .json(["items": try ResponseJSON.array(found), "next": .null])
            }
        },
        Route(.patch, one, "Change a ticket", body: .json(Patch.self), answer: .object(Ticket.self)) { call in
            let body = try await call.body(Patch.self)
            return try await change(call) { ticket, author, transaction in
                try ticket.change(body.changes, by: author.actor, in: transaction)
            }
        },
        Route(.put, one + "/assignee", "Give a ticket to an employee", body: .json(Assign.self), answer: .object(Ticket.self)) {
            call in
            let body = try await call.body(Assign.self)
            return try await change(call) { try $0.assign(to: body.assigneeID, by: $1, in: $2) }
        },
        Route(.delete, one + "/assignee", "Take a ticket away from whoever has it", answer: .object(Ticket.self)) { call in
            try await change(call) { try $0.unassign(by: $1, in: $2) }
        },
        Route(
            .post, one + "/comments", "Comment on a ticket", body: .json(Comment.self), answer: .json(MessageRoutes.shape),
            creates: true
        ) {
            call in
            let body = try await call.body(Comment.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                let ticket = try call.ticket(in: transaction)
                let known = try ticket.threadID.flatMap { try transaction.known(Message.self, clientKey: key, thread: $0) }
                let message = try ticket.comment(
                    body.content ?? "", by: call.author, files: body.fileIDs ?? [], clientKey: key, in: transaction)
                return .json(
                    try MessageRoutes.values(of: [message], transaction).first ?? .null, status: known == nil ? .created : .ok)
            }
        },
        Route(.put, one + "/closure", "Close a ticket", answer: .object(Ticket.self)) { call in
            try await change(call) { try $0.close(by: $1.actor, in: $2) }
        },
        Route(.delete, one + "/closure", "Open a closed ticket again", answer: .object(Ticket.self)) { call in
            try await change(call) { try $0.reopen(by: $1.actor, in: $2) }
        },
        Route(
            .put, one + "/block", "Block a ticket by hand: nobody goes on with it until you let them", body: .json(Block.self),
            answer: .object(Ticket.self)
        ) { call in
            let body = try await call.body(Block.self)
            return try await change(call) { try $0.blockByHand(body.reason, by: $1, in: $2) }
        },
        Route(.delete, one + "/block", "Let a blocked ticket go on", answer: .object(Ticket.self)) { call in
            try await change(call) { try $0.release(by: $1.actor, in: $2) }
        },
        Route(.post, one + "/review", "Decide a ticket's review", body: .json(Review.self), answer: .object(Ticket.self)) {
            call in
            let body = try await call.body(Review.self)
            return try await change(call) { ticket, author, transaction in
                guard let review = try TicketReview.pending(on: ticket.id, in: transaction) else {
                    throw RuleViolation.conflict("The ticket \(ticket.label) is not in review.")
                }
                try review.resolve(
                    approved: body.outcome == .approved, comment: body.comment ?? "", by: author, chain: .root,
                    in: transaction)
            }
        },
    ]

    private static let shape: [String: AnswerShape] = [
        "parent": .optional(.one(Ticket.self)), "children": .many(.one(Ticket.self)),
        "waits_for": .many(.one(Ticket.self)), "holds": .many(.one(Ticket.self)),
        "files": .many(.one(VaultFile.self)), "messages": .many(MessageRoutes.shape),
        "review": .optional(.one(TicketReview.self)), "key": .optional(.text),
    ]

    private static func change(
        _ call: Call, _ verb: @escaping @Sendable (Ticket, Author, any Transaction) throws -> Void
    ) async throws -> Reply {
        try await call.store.write { transaction in
            let ticket = try call.ticket(in: transaction)
            try verb(ticket, call.author, transaction)
            return try .json(of: try Ticket.require(ticket.id, of: ticket.companyID, in: transaction))
        }
    }
}

extension Call {
    /// The ticket that the path names, by id or number.
    func ticket(in transaction: any Transaction) throws -> Ticket {
        let company = try company(in: transaction).id
        guard let ticket = try Ticket.named(path("ticket"), of: company, in: transaction) else {
            throw RuleViolation.notFound("ticket")
        }
        return ticket
    }
}
