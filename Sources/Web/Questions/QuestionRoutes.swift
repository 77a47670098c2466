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
            .put, "/api/companies/{company}/questions/{question}/answer", "Answer a question", body: .json(Answer.self),
            answer: .object(Question.self)
        ) { call in
            let body = try await call.body(Answer.self)
            return try await call.store.write { transaction in
                let question = try Question.answer(
                    Question.ID(call.path("question")), of: call.company(in: transaction).id, with: body.answer,
                    by: call.server.owner, in: transaction)
                return try .json(of: question)
            }
        },
    ]

    struct Answer: RequestBody {
        var answer: String

        enum CodingKeys: String, CodingKey, CaseIterable { case answer }
    }
}
