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
        typealias Source = VectorShelf.Lines.Source
        let found = try Embedding.holding(
            query.words.tellingWords, in: company, types: query.types, limit: Self.candidates, transaction)
        var snippets: [Source: String] = [:]
        for hit in found.reversed() { snippets[Source(type: hit.sourceType, id: hit.sourceID)] = hit.snippet }
        let byWords = found.map { Source(type: $0.sourceType, id: $0.sourceID) }
        var chunks: [Source: Embedding.ID] = [:]
        var byMeaning: [[Source]] = []
        for probe in probes {
            let lines = try shelf.lines(by: probe.embedder, of: company, in: transaction)
            let near = lines.matrix.nearest(to: probe.vector, limit: Self.candidates, above: probe.floor) {
                query.types.contains(lines.sources[$0].type)
            }
            let least = (near.first?.score ?? 0) * probe.share
            let those = near.filter { $0.score >= least }
            for hit in those.reversed() { chunks[lines.sources[hit.row]] = lines.chunks[hit.row] }
            byMeaning.append(those.map { lines.sources[$0.row] })
        }
        let fused = RankFusion.fuse([byWords] + byMeaning) { ($0.id, $0.type.rawValue) > ($1.id, $1.type.rawValue) }
        var hits: [Hit] = []
        for (source, score) in fused where hits.count < query.limit {
            guard let place = try SearchPlace.of(source.type, source.id, in: company, transaction) else { continue }
            let snippet = try snippets[source] ?? chunks[source].map { try Embedding.beginning(of: $0, in: transaction) } ?? ""
            let reason: SearchReason = snippets[source] == nil ? .meaning : chunks[source] == nil ? .words : .both
            hits.append(
                Hit(
                    sourceType: source.type, sourceID: source.id, place: place, snippet: snippet, score: score, reason: reason))
        }
        return hits
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
