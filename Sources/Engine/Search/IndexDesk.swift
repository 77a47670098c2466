import Domain
import Knowledge
import Store

/// Where things are read for search: their words are cut into chunks, and each chunk gets a vector.
struct IndexDesk: Sendable {
    private let choice: EmbeddingChoice
    private let company: Company.ID
    private let workplace: Workplace
    private let gate: ModelGate
    /// Whether the provider is still asked.
    private(set) var asks: Bool
    private(set) var hasAsked = false
    /// Why it is asked no more.
    private(set) var failure: (any Error)?

    init(_ choice: EmbeddingChoice, of company: Company.ID, _ workplace: Workplace, _ gate: ModelGate, asks: Bool) {
        self.choice = choice
        self.company = company
        self.workplace = workplace
        self.gate = gate
        self.asks = asks
    }

    /// How often a text is sent that the provider will not take.
    private static let mostRefusals = 8

    /// Reads things and writes what search knows of them, all of a batch at once.
    ///
    /// - Throws: ``StoreError``, `CancellationError`.
    mutating func read(_ entries: [IndexEntry]) async throws {
        var readings = try await workplace.store.read { transaction in try entries.map { try IndexReading($0, in: transaction) } }
        try await ask(&readings)
        for place in readings.indices { readings[place].complete(embedder: HashedEmbedder()) }
        let done = readings
        let isRefused = (failure as? ModelError)?.isTransient == false
        try await workplace.store.write { transaction in
            for reading in done {
                try Embedding.replace(reading.chunks.compactMap { $0 }, of: reading.entry, in: transaction)
                if reading.isDone || isRefused && reading.entry.attempts >= Self.mostRefusals {
                    try reading.entry.settle(in: transaction)
                } else {
                    try reading.entry.putOff(in: transaction)
                }
            }
        }
    }

    /// Gets the vectors that the provider is to make.
    private mutating func ask(_ readings: inout [IndexReading]) async throws {
        guard choice.provider != nil else { return }
        var wanted: [(reading: Int, chunk: Int)] = []
        for place in readings.indices where choice.allows(readings[place].limit) {
            wanted += readings[place].reuse(by: choice.embedder).map { (reading: place, chunk: $0) }
        }
        guard !wanted.isEmpty else { return }
        if asks {
            let limit = wanted.compactMap { readings[$0.reading].limit }.min()
            let order = ModelGate.EmbeddingOrder(company: company, embedder: choice.embedder, limit: limit)
            do {
                let vectors = try await gate.embed(wanted.map { readings[$0.reading].texts[$0.chunk] }, for: order)
                hasAsked = true
                for (place, vector) in zip(wanted, vectors) {
                    readings[place.reading].take(vector, for: place.chunk, by: choice.embedder)
                }
                return
            } catch let error where error is ModelError || error is ProviderAway || error is EmbeddingHeld {
                asks = false
                failure = error
            }
        }
        for place in wanted { readings[place.reading].isDone = false }
    }
}
