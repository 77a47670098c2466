package import Domain
import Knowledge
package import Store

/// Finds what a company has said, done and kept, by words and by meaning.
package struct CompanySearch: Sendable {
    private let workplace: Workplace
    private let gate: ModelGate

    package init(_ workplace: Workplace) {
        self.workplace = workplace
        gate = ModelGate(workplace)
    }

    package struct Query: Sendable {
        package var words: String
        package var types: [EmbeddingSource]
        package var limit: Int

        package init(_ words: String, types: [EmbeddingSource] = Array(EmbeddingSource.allCases), limit: Int = 20) {
            self.words = words
            self.types = types
            self.limit = limit
        }
    }

    package struct Hit: Codable, Hashable, Sendable {
        package let sourceType: EmbeddingSource
        package let sourceID: String
        package let place: SearchPlace
        package let snippet: String
        /// The sum of the reciprocal ranks that it has among what was found by words and by meaning.
        package let score: Double
        package let reason: SearchReason

        package enum CodingKeys: String, CodingKey, CaseIterable {
            case sourceType = "source_type"
            case sourceID = "source_id"
            case place
            case snippet
            case score
            case reason
        }
    }

    package struct Result: Sendable {
        package var hits: [Hit]
        /// Why the meaning was judged by the embedder inside the program, though another one is chosen.
        package var remark: String?
    }

    /// The best hits, each thing once.
    ///
    /// - Throws: ``StoreError``, ``RuleViolation``; a provider that cannot be asked only leaves a remark.
    package func find(_ query: Query, in company: Company.ID) async throws -> Result {
        let choice = try await workplace.store.read { [workplace] transaction in
            let company = try Company.require(company, in: transaction)
            return try EmbeddingChoice(for: company, from: workplace.providers, in: transaction)
        }
        var probes = [Probe(embedder: SearchIndex.offline, vector: HashedEmbedder().vector(of: query.words))]
        var remark = choice.problem
        if choice.provider != nil {
            let order = ModelGate.EmbeddingOrder(company: company, embedder: choice.embedder)
            do {
                let vector = try await vector(of: query.words.cut(to: 8000), order)
                probes.append(Probe(embedder: choice.embedder, vector: vector))
            } catch let error as CancellationError {
                throw error
            } catch {
                remark = (error as? ProviderAway)?.asFailure.message ?? "\(error)"
            }
        }
        return try await workplace.store.read { [workplace, probes, remark] transaction in
            let hits = try Self.hits(query, probes, in: company, on: workplace.shelf, transaction)
            return Result(hits: hits, remark: remark)
        }
    }

    /// The provider's vector of the words, if it does not take longer than whoever searches would wait.
    private func vector(of words: String, _ order: ModelGate.EmbeddingOrder) async throws -> [Float] {
        try await withThrowingTaskGroup(of: [Float].self) { group in
            group.addTask { [gate] in try await gate.embed([words], for: order).first ?? [] }
            group.addTask { [time = workplace.time] in
                try await time.sleep(until: time.now() + .seconds(10))
                throw EmbeddingHeld(reason: "The provider takes too long, so it was not waited for.")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    /// The query as one maker of vectors sees it.
    struct Probe: Sendable {
        let embedder: String
        let vector: [Float]
    }

    /// The best hits by words and by these vectors.
    static func hits(
        _ query: Query, _ probes: [Probe], in company: Company.ID, on shelf: VectorShelf, _ transaction: any Transaction
    ) throws -> [Hit] {
        let words = query.words.tellingWords
        let found = try Embedding.holding(words, in: company, types: query.types, limit: candidates, transaction)
        let matching = Dictionary(found.map { ($0.source, $0.id) }) { first, _ in first }
        var chunks: [SearchSource: Embedding.ID] = [:]
        var lists = [found.map(\.source)]
        for probe in probes {
            let lines = try shelf.lines(by: probe.embedder, of: company, in: transaction)
            let near = lines.matrix.nearest(
                to: probe.vector, limit: candidates, above: probe.floor, in: Set(query.types).compactMap { lines.spans[$0] })
            let least = (near.first?.score ?? 0) * probe.share
            let those = near.filter { $0.score >= least }
            for hit in those.reversed() { chunks[lines.sources[hit.row]] = lines.chunks[hit.row] }
            lists.append(those.map { lines.sources[$0.row] })
        }
        let fused = RankFusion.fuse(lists) { ($0.id, $0.type.rawValue) > ($1.id, $1.type.rawValue) }
        let best = try placed(fused, limit: query.limit, in: company, transaction)
        let places = try Embedding.snippets(of: best.compactMap { matching[$0.source] }, holding: words, in: transaction)
        let beginnings = try Embedding.beginnings(
            of: best.compactMap { matching[$0.source] == nil ? chunks[$0.source] : nil }, in: transaction)
        return best.map { source, place, score in
            let snippet = matching[source].flatMap { places[$0] } ?? chunks[source].flatMap { beginnings[$0] } ?? ""
            return Hit(
                sourceType: source.type, sourceID: source.id, place: place, snippet: snippet, score: score,
                reason: matching[source] == nil ? .meaning : chunks[source] == nil ? .words : .both)
        }
    }

    /// The first that are still to be found, with their places.
    private static func placed(
        _ fused: [(member: SearchSource, score: Double)], limit: Int, in company: Company.ID, _ transaction: any Transaction
    ) throws -> [(source: SearchSource, place: SearchPlace, score: Double)] {
        var best: [(source: SearchSource, place: SearchPlace, score: Double)] = []
        var rest = fused[...]
        while best.count < limit, !rest.isEmpty {
            let next = rest.prefix(limit)
            rest = rest.dropFirst(limit)
            let places = try SearchPlace.all(of: next.map(\.member), in: company, transaction)
            for (source, score) in next where best.count < limit {
                if let place = places[source] { best.append((source, place, score)) }
            }
        }
        return best
    }

    /// How many chunks of each kind of search are looked at.
    private static let candidates = 200
}

extension CompanySearch.Probe {
    private var isOffline: Bool { embedder == SearchIndex.offline }

    /// What is farther away is not about the same: by chance two texts are as near as that.
    fileprivate var floor: Float { isOffline ? 0.12 : 0.2 }

    /// What is so much farther away than the nearest does not count beside it; the scales of models differ.
    fileprivate var share: Float { isOffline ? 0.5 : 0.8 }
}
