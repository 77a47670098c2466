import Domain
import HTTPTypes
import Store

/// Work that recurs.
enum RoutineRoutes {
    private static let collection = "/api/companies/{company}/routines"
    private static let one = collection + "/{routine}"

    static let all = [
        Route(
            .get, collection, "List routines, those first that are due next",
            answer: .json(.list(.one(Routine.self, with: shape)))
        ) { call in
            try await call.store.read { transaction in
                let routines = try Routine.list(of: call.company(in: transaction).id, in: transaction)
                return .json(["items": .array(try routines.map { try value(of: $0, transaction) }), "next": .null])
            }
        },
        Route(
            .post, collection, "Set up a routine", body: .json(RoutineCreation.self),
            answer: .object(Routine.self, with: shape), creates: true
        ) { call in
            let body = try await call.body(RoutineCreation.self)
            let key = try call.clientKey()
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction).id
                let isKnown = try transaction.known(Routine.self, clientKey: key, company: company) != nil
                let routine = try Routine.plan(body.draft(key), of: company, by: call.author, in: transaction)
                return .json(try value(of: routine, transaction), status: isKnown ? .ok : .created)
            }
        },
        Route(.get, one, "Show a routine, named by its id or its slug", answer: .object(Routine.self, with: shape)) { call in
            try await call.store.read { .json(try value(of: call.routine(in: $0), $0)) }
        },
        Route(
            .patch, one, "Change a routine, or switch it on or off", body: .json(RoutinePatch.self),
            answer: .object(Routine.self, with: shape)
        ) { call in
            let body = try await call.body(RoutinePatch.self)
            return try await call.store.write { transaction in
                let routine = try call.routine(in: transaction)
                    .change(body.changes, by: call.author, in: transaction)
                return .json(try value(of: routine, transaction))
            }
        },
        Route(
            .delete, one, "Drop a routine with the record of its runs; their tickets stay",
            answer: .object(Routine.self, with: shape)
        ) { call in
            try await call.store.write { transaction in
                let routine = try call.routine(in: transaction)
                try routine.drop(by: call.author, in: transaction)
                return .json(try value(of: routine, transaction))
            }
        },
        Route(
            .get, one + "/runs", "List a routine's runs, the newest first", query: [.limit, .text("after")],
            answer: .list(RoutineRun.self)
        ) { call in
            try await call.page(by: { ListPlace($0.startedAt, $0.id.rawValue) }) { _, after, limit, transaction in
                try call.routine(in: transaction).runs(after: after, limit: limit, in: transaction)
            }
        },
        Route(
            .post, one + "/run", "Run a routine now, also one that is switched off", answer: .object(RoutineRun.self),
            creates: true
        ) { call in
            try await call.create { _, key, transaction in
                try call.routine(in: transaction)
                    .runNow(by: call.author, clientKey: key, in: transaction)
            }
        },
    ]

    /// Why it cannot run, where its row is not as it must be.
    private static let shape: [String: AnswerShape] = ["broken": .optional(.text)]

    private static func value(of routine: Routine, _ transaction: any Transaction) throws -> JSONValue {
        let zone = try Routine.zone(of: routine.companyID, in: transaction)
        return try ResponseJSON.value(
            of: routine, adding: ["broken": routine.flaw(in: zone).map { .string($0) } ?? .null])
    }
}

extension Call {
    fileprivate func routine(in transaction: any Transaction) throws -> Routine {
        try Routine.named(path("routine"), of: company(in: transaction).id, in: transaction)
    }
}
