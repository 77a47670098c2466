import Domain
import Engine
import Logging
import Store
import TestSupport
import Tools

/// A company in which things are looked for.
struct SearchOffice: Sendable {
    let office: Office
    let vectors = ConceptEmbedder()
    let workplace: Workplace

    init(time: ManualTime = ManualTime(), store: Store? = nil) async throws {
        let used: Store
        if let store { used = store } else { used = try await FreshStore.store(time: time) }
        let office = try await Office(time: time, store: used)
        self.office = office
        workplace = Workplace(
            store: office.store, time: time, roles: RoleCatalog(), providers: OneEmbedder(vectors: vectors),
            pricing: FlatPricing(), documents: TextDocumentWriter(), extractText: { _, _, _ in nil },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    var store: Store { office.store }
    var company: Company.ID { office.company.id }
    var indexer: SearchIndexer { SearchIndexer(workplace) }

    @discardableResult
    func catchUp(forgiving: Bool = false) async -> Timestamp? { await indexer.catchUp(forgiving: forgiving) }

    func find(
        _ words: String, types: [EmbeddingSource] = Array(EmbeddingSource.allCases), in other: Company.ID? = nil
    ) async throws -> [CompanySearch.Hit] {
        try await CompanySearch(workplace).find(.init(words, types: types), in: other ?? company).hits
    }

    /// Has a provider make the vectors from now on.
    func useProvider(_ tier: PrivacyTier = .openSourceCloud, model: String = "concepts") async throws {
        try await store.write { transaction in
            _ = try Provider.put(
                Provider.Draft(
                    id: Provider.ID("vec"), name: "Vectors", kind: .openaiCompatible, baseURL: "http://localhost:1/v1",
                    defaultModel: "m", concurrencyCap: 4, privacyTier: tier), by: .user("o"), in: transaction)
            try Setting.change(.embeddingProvider, to: "vec", by: .user("o"), in: transaction)
            try Setting.change(.embeddingModel, to: .string(model), by: .user("o"), in: transaction)
        }
    }

    /// A goal of which there is no event and no ticket, and which is read with everything else that there is.
    @discardableResult
    func add(goal title: String, _ description: String = "", to other: Company.ID? = nil) async throws -> Goal {
        let company = other ?? company
        return try await store.write { transaction in
            let goal = Goal(
                id: transaction.makeID(), companyID: company, title: title, description: description,
                createdAt: transaction.now, updatedAt: transaction.now)
            try transaction.insert(goal)
            try SearchIndex.rebuild(company, by: .user("o"), in: transaction)
            return goal
        }
    }

    func embeddings() async throws -> [Embedding] { try await office.all(Embedding.self) }

    func index() async throws -> SearchIndex { try await store.read { [company] in try SearchIndex.of(company, in: $0) } }

    func pending() async throws -> [IndexEntry] { try await office.all(IndexEntry.self) }

    func set(_ key: SettingKey, to value: JSONValue?) async throws {
        try await store.write { try Setting.change(key, to: value, by: .user("o"), in: $0) }
    }
}
