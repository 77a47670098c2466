import Domain
import Engine
import HTTPTypes
import Store

/// Everything that the first look at a company needs, in one answer.
enum FloorRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/floor",
            "Show who does what now, why others do not, what waits for you and what it costs",
            answer: .json(shape)
        ) { call in
            let terms = call.server.terms
            let (owner, texts, months) = (call.server.owner, call.store.feed.texts, call.server.months)
            return try await call.store.read { transaction in
                let company = try call.company(in: transaction)
                let floor = try Floor(company, on: terms, months: months, in: transaction)
                let inbox = Inbox(of: company.id, for: owner)
                let urgent = try inbox.items(limit: 3, in: transaction)
                let by = try floor.pause.map {
                    try Employee.names(of: [$0.placedBy], in: transaction)[$0.placedBy] ?? $0.placedBy
                }
                let waiting = try inbox.counts(in: transaction).total
                let view = FloorView(floor: floor, tails: texts.endings(of: company.id))
                let items = try InboxRoutes.values(
                    of: urgent.map { $0.cut(to: 240) }, in: company.id, at: transaction.now, transaction)
                let absence = try Absence(of: owner, from: company.id, in: transaction)
                return .json([
                    "seq": .integer(Int64(floor.sequence)), "now": .integer(transaction.now.milliseconds),
                    "company": view.company(pausedBy: by), "people": .array(view.people),
                    "needs_you": ["count": .integer(Int64(waiting)), "items": .array(items)],
                    "queue": ["running": .integer(Int64(floor.working)), "waiting": .integer(Int64(floor.waiting))],
                    "burn": view.burn, "since_you_left": absence?.json(waiting: waiting) ?? .null,
                ])
            }
        }
    ]

    private static let ticket = AnswerShape.members(["id": .text, "key": .text, "title": .text])
    private static let person = AnswerShape.some(
        ["id": .text, "name": .text, "title": .text, "status": .text, "level": .text, "since": .number],
        perhaps: [
            "manager_id": .text, "ticket": ticket,
            "run": .some(["id": .text, "started_at": .number, "tokens": .number, "cost": .text], perhaps: ["tail": .text]),
            "idle_reason": .text,
            "waiting": .some(
                ["reason": .text, "text": .text],
                perhaps: ["until": .number, "action": .members(["label": .text, "method": .text, "path": .text])]),
            "last_done": .some(["at": .number, "outcome": .text], perhaps: ["key": .text, "title": .text]),
        ])
    private static let shape = AnswerShape.members([
        "seq": .number, "now": .number,
        "company": .members([
            "id": .text, "name": .text, "slug": .text, "status": .text, "ticket_prefix": .optional(.text),
            "paused": .optional(.members(["by": .text, "at": .number, "reason": .text, "note": .optional(.text)])),
        ]), "people": .many(person), "needs_you": .members(["count": .number, "items": .many(InboxRoutes.shape)]),
        "queue": .members(["running": .number, "waiting": .number]),
        "burn": .members(["per_hour": .text, "month": .text, "cap": .optional(.text)]),
        "since_you_left": .optional(Absence.shape),
    ])
}
