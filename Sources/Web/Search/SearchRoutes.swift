import Domain
import Engine
import HTTPTypes
import Store

/// Search by words and by meaning, and what it goes by.
enum SearchRoutes {
    static let all = [
        Route(
            .get, "/api/companies/{company}/search",
            "Find what was said, done and kept, by words and by meaning, the best first",
            query: [
                .text("q", isRequired: true), .text("types"),
                QueryParameter(
                    name: "limit", isRequired: false, schema: ["type": "integer", "minimum": 1, "maximum": 50, "default": 20]),
            ],
            answer: .json(
                .members([
                    "items": .many(.one(CompanySearch.Hit.self)), "next": .optional(.text), "remark": .optional(.text),
                ]))
        ) { call in
            guard let words = call.query("q"), !words.trimmed.isEmpty else {
                throw APIError.invalid("q", "is missing: give what is looked for as ?q=")
            }
            guard words.utf8.count <= 4096 else { throw APIError.invalid("q", "must have at most 4096 bytes") }
            let query = CompanySearch.Query(
                words, types: try types(call), limit: try call.number("limit", in: 1...50, default: 20))
            let company = try await call.store.read { try call.company(in: $0).id }
            let result = try await call.server.search.find(query, in: company)
            return .json([
                "items": .array(try result.hits.map { try ResponseJSON.value(of: $0) }), "next": .null,
                "remark": result.remark.map { .string($0) } ?? .null,
            ])
        },
        Route(
            .get, "/api/companies/{company}/index", "Show how far search is, and what it goes by", answer: .json(shape)
        ) { call in
            let providers = call.server.providers
            return try await call.store.read { .json(try value(of: call.company(in: $0), providers, $0)) }
        },
        Route(
            .post, "/api/companies/{company}/index/rebuild",
            "Have everything read again that can be found; until then search goes by what there is", answer: .json(shape)
        ) { call in
            let providers = call.server.providers
            return try await call.store.write { transaction in
                let company = try call.company(in: transaction)
                try SearchIndex.rebuild(company.id, by: call.author.actor, in: transaction)
                return .json(try value(of: company, providers, transaction))
            }
        },
    ]

    private static let shape = AnswerShape.one(
        IndexFigures.self,
        with: [
            "position": .number, "failures": .number, "error": .optional(.text), "retry_at": .optional(.number),
            "indexed_at": .optional(.number), "remark": .optional(.text),
            "embedder": .members(["provider": .optional(.text), "model": .text]),
        ])

    private static func value(
        of company: Company, _ providers: any ModelProviders, _ transaction: any Transaction
    ) throws -> JSONValue {
        let choice = try EmbeddingChoice(for: company, from: providers, in: transaction)
        let index = try SearchIndex.of(company.id, in: transaction)
        let figures = try IndexFigures(of: company.id, embedder: choice.embedder, in: transaction)
        func moment(_ time: Timestamp?) -> JSONValue { time.map { .integer($0.milliseconds) } ?? .null }
        return try ResponseJSON.value(
            of: figures,
            adding: [
                "position": .integer(Int64(index.position)), "failures": .integer(Int64(index.failures)),
                "error": index.error.map { .string($0) } ?? .null, "retry_at": moment(index.retryAt),
                "indexed_at": moment(index.indexedAt), "remark": choice.problem.map { .string($0) } ?? .null,
                "embedder": [
                    "provider": choice.provider.map { .string($0.id.rawValue) } ?? .null, "model": .string(choice.model),
                ],
            ])
    }

    /// The kinds of things that are looked for, as words with commas between them.
    private static func types(_ call: Call) throws -> [EmbeddingSource] {
        guard let text = call.query("types"), !text.trimmed.isEmpty else { return Array(EmbeddingSource.allCases) }
        return try text.split(separator: ",").map { word in
            guard let type = EmbeddingSource(rawValue: String(word).trimmed) else {
                throw APIError.invalid("types", "must be some of", allowed: EmbeddingSource.writable.map(\.rawValue))
            }
            return type
        }
    }
}
