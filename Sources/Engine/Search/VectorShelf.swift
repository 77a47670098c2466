import Domain
import Knowledge
import Store
import Synchronization

/// The vectors of companies in memory, read when they are first searched, and again when they have changed.
package final class VectorShelf: Sendable {
    /// The vectors that one maker made for one company.
    struct Lines: Sendable {
        let matrix: VectorMatrix
        let chunks: [Embedding.ID]
        let sources: [SearchSource]
        /// Where the lines of each kind are: side by side.
        let spans: [EmbeddingSource: Range<Int>]
    }

    private struct Key: Hashable {
        let company: Company.ID
        let embedder: String
    }

    private struct Entry {
        let generation: Int
        let lines: Lines
        var usedAt: Int
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var clock = 0
    }

    /// How many are kept.
    private static let most = 16

    private let state = Mutex(State())

    package init() {}

    func lines(by embedder: String, of company: Company.ID, in transaction: any Transaction) throws -> Lines {
        let key = Key(company: company, embedder: embedder)
        let generation = try SearchIndex.of(company, in: transaction).generation
        let known = state.withLock { state -> Lines? in
            state.clock += 1
            guard let entry = state.entries[key], entry.generation == generation else { return nil }
            state.entries[key]?.usedAt = state.clock
            return entry.lines
        }
        if let known { return known }
        let lines = Lines(try Embedding.lines(by: embedder, of: company, in: transaction))
        state.withLock { state in
            state.entries[key] = Entry(generation: generation, lines: lines, usedAt: state.clock)
            guard state.entries.count > Self.most else { return }
            if let oldest = state.entries.min(by: { $0.value.usedAt < $1.value.usedAt }) { state.entries[oldest.key] = nil }
        }
        return lines
    }
}

extension VectorShelf.Lines {
    fileprivate init(_ lines: [Embedding.Line]) {
        var matrix = VectorMatrix(dimension: lines.first?.vector.count ?? 1)
        var chunks: [Embedding.ID] = []
        var sources: [SearchSource] = []
        var spans: [EmbeddingSource: Range<Int>] = [:]
        let kinds = Dictionary(grouping: lines, by: \.sourceType)
        for kind in EmbeddingSource.allCases {
            let start = chunks.count
            for line in kinds[kind] ?? [] where matrix.append(line.vector) {
                chunks.append(line.id)
                sources.append(SearchSource(type: kind, id: line.sourceID))
            }
            if chunks.count > start { spans[kind] = start..<chunks.count }
        }
        (self.matrix, self.chunks, self.sources, self.spans) = (matrix, chunks, sources, spans)
    }
}
