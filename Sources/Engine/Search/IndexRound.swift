import Domain
import Store

/// Reads what waits to be read in one company, and makes the vectors of it.
///
/// Where the provider gives none, the words have vectors of the embedder inside the program until it does: they can be found at
/// once, and vectors that there are stay.
struct IndexRound: Sendable {
    private let company: Company.ID
    private let workplace: Workplace
    private let gate: ModelGate

    init(_ company: Company.ID, _ workplace: Workplace, _ gate: ModelGate) {
        self.company = company
        self.workplace = workplace
        self.gate = gate
    }

    /// How many things are read at a time.
    private static let batch = 16

    /// - Returns: When the provider is to be tried again.
    func run() async throws -> Timestamp? {
        let (store, id, providers) = (workplace.store, company, workplace.providers)
        while try await store.read({ try SearchIndex.isBehind(id, in: $0) }) {
            guard try await store.write({ try SearchIndex.follow(id, in: $0) }) else { break }
        }
        let look = try await store.read { try Look(id, providers, in: $0) }
        guard let look else { return nil }
        if look.choice.embedder != look.index.embedder {
            try await store.write { try SearchIndex.choose(look.choice.embedder, for: id, in: $0) }
        }
        // Another embedder has not failed yet.
        let retryAt = look.choice.embedder == look.index.embedder ? look.index.retryAt : nil
        let isEarly = retryAt.map { $0 > workplace.time.now() } ?? false
        var desk = IndexDesk(look.choice, of: id, workplace, gate, asks: look.mayAsk && !isEarly)
        while true {
            let entries = try await store.read { try IndexEntry.next(of: id, retrying: false, limit: Self.batch, in: $0) }
            guard !entries.isEmpty else { break }
            try await desk.read(entries)
        }
        while desk.asks || look.choice.provider == nil {
            let entries = try await store.read { try IndexEntry.next(of: id, retrying: true, limit: 1, in: $0) }
            guard !entries.isEmpty else { break }
            try await desk.read(entries)
        }
        if let failure = desk.failure { return try await note(failure, after: look.index.failures) }
        if desk.hasAsked, look.index.failures > 0 { try await store.write { try SearchIndex.forgetFailures(of: id, in: $0) } }
        return isEarly ? retryAt : nil
    }

    private func note(_ failure: any Error, after failures: Int) async throws -> Timestamp {
        let delay = min(Duration.seconds(3600), .seconds(30) * (1 << min(failures, 7)))
        let asked = (failure as? ModelError)?.retryAfter ?? .zero
        let retryAt = workplace.time.now() + max(delay, min(asked, .seconds(86_400)))
        let reason = (failure as? ProviderAway)?.asFailure.message ?? "\(failure)"
        try await workplace.store.write { [company] in
            try SearchIndex.noteFailure(reason, of: company, retryAt: retryAt, in: $0)
        }
        return retryAt
    }

    /// How things stand before anything is read.
    private struct Look: Sendable {
        let choice: EmbeddingChoice
        let index: SearchIndex
        /// Whether providers may be asked on the company's behalf.
        let mayAsk: Bool

        init?(_ id: Company.ID, _ providers: any ModelProviders, in transaction: any Transaction) throws {
            guard let company = try transaction.find(Company.self, id), company.status != .archived else { return nil }
            choice = try EmbeddingChoice(for: company, from: providers, in: transaction)
            index = try SearchIndex.of(id, in: transaction)
            mayAsk = choice.provider != nil && company.status != .paused
        }
    }
}
