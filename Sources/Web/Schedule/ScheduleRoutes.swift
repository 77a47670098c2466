import Domain
import HTTPTypes
import Store

/// The calendar of a company.
enum ScheduleRoutes {
    private static let collection = "/api/companies/{company}/schedule"
    private static let one = collection + "/{entry}"

    static let all = [
        Route(
            .get, collection,
            "List the calendar: what was put into it and, unless “own” is true, dates of tickets, projects and goals",
            query: [.moment("from"), .moment("to"), .flag("own")], answer: .list(ScheduleItem.self)
        ) { call in
            let (from, to, own) = (try call.moment("from"), try call.moment("to"), try call.flag("own"))
            return try await call.list { try ScheduleItem.list(of: $0, from: from, to: to, derived: !own, in: $1) }
        },
        Route(
            .post, collection, "Put something into the calendar; its assignee is woken when it begins",
            body: .json(ScheduleCreation.self), answer: .object(ScheduleItem.self), creates: true
        ) { call in
            let body = try await call.body(ScheduleCreation.self)
            return try await call.create { try ScheduleItem.enter(body.draft($1), of: $0, by: call.author, in: $2) }
        },
        Route(.get, one, "Show an entry of the calendar", answer: .object(ScheduleItem.self)) { call in
            try await call.store.read { try .json(of: call.entry(in: $0)) }
        },
        Route(
            .patch, one, "Change an entry of the calendar", body: .json(SchedulePatch.self), answer: .object(ScheduleItem.self)
        ) { call in
            let body = try await call.body(SchedulePatch.self)
            return try await change(call, body.changes)
        },
        Route(.post, one + "/complete", "Say that an entry of the calendar is done", answer: .object(ScheduleItem.self)) { call in
            try await change(call, ScheduleItem.Changes(status: .completed))
        },
        Route(.post, one + "/cancel", "Call an entry of the calendar off", answer: .object(ScheduleItem.self)) { call in
            try await change(call, ScheduleItem.Changes(status: .cancelled))
        },
        Route(.delete, one, "Take an entry out of the calendar", answer: .object(ScheduleItem.self)) { call in
            try await call.store.write { transaction in
                let entry = try call.entry(in: transaction)
                try entry.delete(by: call.author, in: transaction)
                return try .json(of: entry)
            }
        },
    ]

    private static func change(_ call: Call, _ changes: ScheduleItem.Changes) async throws -> Reply {
        try await call.store.write { transaction in
            try .json(of: try call.entry(in: transaction).change(changes, by: call.author, in: transaction))
        }
    }
}

extension Call {
    fileprivate func entry(in transaction: any Transaction) throws -> ScheduleItem {
        try ScheduleItem.entry(ScheduleItem.ID(path("entry")), of: company(in: transaction).id, in: transaction)
    }

    /// A moment in milliseconds since 1970.
    ///
    /// - Throws: ``APIError`` for anything else.
    fileprivate func moment(_ name: String) throws -> Timestamp? {
        try query(name).map { text in
            guard let milliseconds = Int64(text), milliseconds >= 0 else {
                throw APIError.invalid(name, "must be a moment in milliseconds since 1970")
            }
            return Timestamp(milliseconds: milliseconds)
        }
    }
}

extension QueryParameter {
    /// A moment in milliseconds since 1970.
    fileprivate static func moment(_ name: String) -> QueryParameter {
        QueryParameter(name: name, isRequired: false, schema: ["type": "integer", "minimum": 0])
    }
}
