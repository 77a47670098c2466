import Domain
import Knowledge
import Store

/// One thing that is read for search: its words in chunks, and the vectors of them as far as there are some.
struct IndexReading: Sendable {
    let entry: IndexEntry
    let texts: [String]
    /// The least private kind of provider that the people concerned allow.
    let limit: PrivacyTier?
    private(set) var chunks: [Embedding.Chunk?]
    /// Whether it has the vectors that it should have.
    var isDone = true
    /// What was made of the same words before, by text and maker.
    private let known: [String: [String: Embedding.Chunk]]

    init(_ entry: IndexEntry, in transaction: any Transaction) throws {
        let indexed = try IndexedText.of(entry, in: transaction)
        self.entry = entry
        texts = indexed.text.map { TextChunker().chunks(of: $0) } ?? []
        limit = indexed.limit
        chunks = Array(repeating: nil, count: texts.count)
        var known: [String: [String: Embedding.Chunk]] = [:]
        for chunk in try Embedding.chunks(of: entry, in: transaction) { known[chunk.text, default: [:]][chunk.model] = chunk }
        self.known = known
    }

    /// Takes over what this embedder made of the same words.
    ///
    /// - Returns: The places of the chunks that it has to be asked for.
    mutating func reuse(by embedder: String) -> [Int] {
        texts.indices.filter { place in
            guard !entry.isAfresh, let chunk = known[texts[place]]?[embedder] else { return true }
            chunks[place] = chunk
            return false
        }
    }

    mutating func take(_ vector: [Float], for place: Int, by embedder: String) {
        chunks[place] = Embedding.Chunk(texts[place], vector, by: embedder)
    }

    /// Gives the chunks that have no vector one that needs no provider; where the provider failed, what was made of the same
    /// words before stays.
    mutating func complete(embedder: HashedEmbedder) {
        for place in texts.indices where chunks[place] == nil {
            let text = texts[place]
            let old = known[text]?.sorted { $0.key < $1.key }.map(\.value) ?? []
            let own = old.first { $0.model == SearchIndex.offline }
            chunks[place] =
                (isDone ? own : old.first { $0.model != SearchIndex.offline } ?? own)
                ?? Embedding.Chunk(text, embedder.vector(of: text), by: SearchIndex.offline)
        }
    }
}
