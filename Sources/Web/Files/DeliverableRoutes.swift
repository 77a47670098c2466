import Domain
import HTTPTypes
import Store

/// What employees have made for tickets, and what their reviews say.
enum DeliverableRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/deliverables",
            "List the files that employees made for tickets, with who reviews them and how they stand, the newest first",
            query: [
                .word("standing", of: DeliverableStanding.self), .text("author_id"), .text("ticket"), .limit, .text("after"),
            ],
            answer: .json(.members(["items": .many(shape), "next": .optional(.text), "counts": .optional(counts)]))
        ) { call in try await list(call) }
    ]

    private static let counts = AnswerShape.members(
        Dictionary(uniqueKeysWithValues: DeliverableStanding.allCases.map { ($0.rawValue, .number) }))

    private static let shape = AnswerShape.members([
        "id": .text, "standing": .one(DeliverableStanding.self), "ticket": Ticket.Name.shape,
        "file": .members(["id": .text, "original_name": .text, "mime_type": .text, "size_bytes": .number]),
        "author_id": .text, "author": .optional(.text), "attached_at": .number,
        "review": .optional(.one(TicketReview.self, with: ["reviewer": .optional(.text)])),
    ])

    private static func list(_ call: Call) async throws -> Reply {
        let (limit, place) = (try call.limit(), try call.listPlace())
        let standing = try call.word("standing", as: DeliverableStanding.self)
        return try await call.store.read { transaction in
            let company = try call.company(in: transaction)
            var filter = Deliverable.Filter(standing: standing, author: call.query("author_id").map { Employee.ID($0) })
            if let name = call.query("ticket") {
                guard let ticket = try Ticket.named(name, of: company.id, in: transaction) else {
                    throw RuleViolation.notFound("ticket")
                }
                filter.ticket = ticket.id
            }
            let found = try Deliverable.list(of: company.id, filter, after: place, limit: limit, in: transaction)
            let last = found.count == limit ? found.last : nil
            let next = last.map { JSONValue.string(ListPlace($0.attachedAt, $0.id.rawValue).text) }
            // Whoever goes on has them already.
            let counts = try place == nil ? Deliverable.counts(of: company.id, filter, in: transaction) : nil
            return .json([
                "items": .array(try values(of: found, in: company, transaction)), "next": next ?? .null,
                "counts": counts.map { counts in
                    .object(
                        Dictionary(
                            uniqueKeysWithValues: DeliverableStanding.allCases.map {
                                ($0.rawValue, .integer(Int64(counts[$0] ?? 0)))
                            }))
                } ?? .null,
            ])
        }
    }

    private static func values(
        of deliverables: [Deliverable], in company: Company, _ transaction: any Transaction
    ) throws -> [JSONValue] {
        let people = deliverables.flatMap { [$0.author.rawValue] + [$0.review?.reviewerID.rawValue].compactMap(\.self) }
        let names = try Employee.names(of: Set(people), in: transaction)
        func name(_ id: Employee.ID) -> JSONValue { names[id.rawValue].map { .string($0) } ?? .null }
        return try deliverables.map { one in
            [
                "id": .string(one.id.rawValue), "standing": .string(one.standing.rawValue),
                "ticket": one.ticket.json(in: company),
                "file": [
                    "id": .string(one.file.rawValue), "original_name": .string(one.fileName), "mime_type": .string(one.mimeType),
                    "size_bytes": .integer(Int64(one.sizeBytes)),
                ], "author_id": .string(one.author.rawValue), "author": name(one.author),
                "attached_at": .integer(one.attachedAt.milliseconds),
                "review": try one.review.map { try ResponseJSON.value(of: $0, adding: ["reviewer": name($0.reviewerID)]) }
                    ?? .null,
            ]
        }
    }
}
