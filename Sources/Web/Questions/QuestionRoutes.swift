import Domain
import HTTPTypes
import Store

/// What employees ask people.
enum QuestionRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/questions", "List questions", query: [.word("status", of: QuestionStatus.self)],
            answer: .list(Question.self)
        ) { call in
            let status = try call.word("status", as: QuestionStatus.self)
            return try await call.list { try Question.list(of: $0, status: status, in: $1) }
        },
        Route(
            .get, "/api/companies/{company}/questions/{question}", "Show a question", answer: .object(Question.self)
        ) { call in
            try await call.store.read { transaction in
                let company = try call.company(in: transaction).id
                return try .json(of: Question.require(Question.ID(call.path("question")), of: company, in: transaction))
            }
        },
        Route(
            .put, "/api/companies/{company}/questions/{question}/answer",
            "Answer a question with what its kind wants: words, an option, “approved” or “denied”, or a file's id",
            body: .json(Answer.self), answer: .object(Question.self)
        ) { call in
            let body = try await call.body(Answer.self)
            return try await call.store.write { transaction in
                let question = try Question.answer(
                    Question.ID(call.path("question")), of: call.company(in: transaction).id, with: body.answer,
                    comment: body.comment, by: call.server.owner, in: transaction)
                return try .json(of: question)
            }
        },
        Route(
            .put, "/api/companies/{company}/questions/{question}/withdrawal",
            "Take a question back; the work goes on without an answer, or its ticket stays blocked", body: .json(Withdrawal.self),
            answer: .object(Question.self)
        ) { call in
            let body = try await call.body(Withdrawal.self)
            return try await call.store.write { transaction in
                let question = try Question.withdraw(
                    Question.ID(call.path("question")), of: call.company(in: transaction).id, because: body.reason,
                    resumes: body.resume ?? true, by: call.server.owner, in: transaction)
                return try .json(of: question)
            }
        },
    ]

    struct Answer: RequestBody {
        var answer: String
        var comment: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case answer, comment }
    }

    struct Withdrawal: RequestBody {
        var reason: String
        /// Whether the work goes on; it does unless this says no.
        var resume: Bool?

        enum CodingKeys: String, CodingKey, CaseIterable { case reason, resume }
    }
}
